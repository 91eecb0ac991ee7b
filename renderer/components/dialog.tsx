import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { DIALOG_LOOK, OVERLAY_LOOK } from './dialog-look.ts'
import { useReturnFocus } from './use-return-focus.ts'

export interface DialogProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children?: ReactNode
  /** The buttons, the one that goes on last. */
  readonly footer?: ReactNode
}

export function Dialog({ title, description, isOpen, onClose, children, footer }: DialogProps) {
  const focus = useReturnFocus()
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY_LOOK} />
        <Radix.Content
          className={DIALOG_LOOK}
          onOpenAutoFocus={(event) => {
            focus.remember()
            focusWhatIsAsked(event)
          }}
          onCloseAutoFocus={focus.giveBack}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="flex items-start gap-3 px-4 pt-3.5">
            <Radix.Title className="min-w-0 flex-1 text-large font-semibold wrap-anywhere">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button aria-label="Close" className="px-1.5" icon={<X aria-hidden />} variant="ghost" size="small" />
            </Radix.Close>
          </header>
          <div className="flex min-h-0 flex-col gap-3 overflow-auto px-4 pt-1 pb-4">
            {description !== undefined && <Radix.Description className="text-ink-2">{description}</Radix.Description>}
            {children}
          </div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The first thing to fill in, or the dialog as a whole; not the button that closes it. */
function focusWhatIsAsked(event: Event): void {
  event.preventDefault()
  if (!(event.target instanceof HTMLElement)) return
  const field = event.target.querySelector<HTMLElement>('input, select, textarea')
  const first = field ?? event.target
  first.focus()
}
