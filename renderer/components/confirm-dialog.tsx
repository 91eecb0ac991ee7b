import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { DIALOG_LOOK, OVERLAY_LOOK } from './dialog-look.ts'
import { useReturnFocus } from './use-return-focus.ts'

export interface ConfirmDialogProps {
  /** The question. */
  readonly title: ReactNode
  /** What happens, and what cannot be taken back. */
  readonly text: ReactNode
  /** Below the text, for what is no text: a list of what changes. */
  readonly children?: ReactNode
  /** The deed in one or two words, never "OK". */
  readonly confirmLabel: string
  readonly cancelLabel?: string | undefined
  readonly isDangerous?: boolean | undefined
  readonly isBusy?: boolean | undefined
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const focus = useReturnFocus()
  const { title, text, confirmLabel, cancelLabel = 'Cancel', isDangerous = false, isBusy = false } = props
  return (
    <Radix.Root open={props.isOpen} onOpenChange={(open) => !open && props.onCancel()}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY_LOOK} />
        <Radix.Content className={DIALOG_LOOK} onOpenAutoFocus={focus.remember} onCloseAutoFocus={focus.giveBack}>
          <div className="flex min-h-0 flex-col gap-1 overflow-auto px-4 py-3.5">
            <Radix.Title className="text-large font-semibold wrap-anywhere">{title}</Radix.Title>
            <Radix.Description className="wrap-anywhere text-ink-2">{text}</Radix.Description>
            {props.children}
          </div>
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
            <Radix.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </Radix.Cancel>
            <Button variant={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onClick={props.onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
