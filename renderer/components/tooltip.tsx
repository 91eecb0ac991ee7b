import { Tooltip as Radix } from 'radix-ui'
import type { FocusEvent, ReactElement, ReactNode } from 'react'

export interface TooltipProps {
  /** A line or two. What nobody may miss does not belong in a tooltip. */
  readonly text: ReactNode
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  /** One element that takes the focus and a ref. */
  readonly children: ReactElement
}

export function Tooltip({ text, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild onFocus={leaveUnlessVisible}>
          {children}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-72 rounded-md bg-ink px-2 py-1 text-small wrap-anywhere text-panel shadow-card"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}

/** Where a pointer brought the focus back, say from a menu that closed, nobody asked for a tooltip. */
function leaveUnlessVisible(event: FocusEvent): void {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
}
