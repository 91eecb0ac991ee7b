import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'

export interface StageDialogProps {
  /** What it is, for those who do not see it. */
  readonly title: string
  readonly onClose: () => void
  /** The id of what gets the focus afterwards, where nothing had it before. */
  readonly returnTo?: string | undefined
  readonly children: ReactNode
}

/** Fills the window, for as long as it is there, with one thing to look at. Escape closes it. */
export function StageDialog({ title, onClose, returnTo, children }: StageDialogProps) {
  const before = useRef<Element>(null)

  function giveBack(event: Event): void {
    event.preventDefault()
    const had = before.current
    const element = had?.isConnected === true && had !== document.body ? had : document.getElementById(returnTo ?? '')
    if (element instanceof HTMLElement) element.focus()
  }

  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-40 flex flex-col bg-bg text-base text-ink focus-visible:outline-none"
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            before.current = document.activeElement
            if (event.target instanceof HTMLElement) event.target.focus()
          }}
          onCloseAutoFocus={giveBack}
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
