import { Toast as Radix } from 'radix-ui'

import { Toast } from '../../components/toast.tsx'
import type { Toast as ToastView } from '../../stores/create-toasts.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useToasts } from '../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'

export const TOASTS_KEY = 'F8'

const SHOWN_FOR_MS = 6000
/** What can be taken back stays long enough to decide. */
const UNDOABLE_FOR_MS = 12_000

/** Messages in the corner. They wait while the pointer or the focus is on one of them. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <Radix.Provider label={TEXT.toasts.provider} swipeDirection="right" duration={SHOWN_FOR_MS}>
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
      <Radix.Viewport
        data-messages
        hotkey={[TOASTS_KEY]}
        label={TEXT.toasts.label}
        className="fixed right-4 bottom-4 z-50 flex max-w-[calc(100vw-2rem)] flex-col gap-2 rounded-card focus-visible:outline-offset-4"
      />
    </Radix.Provider>
  )
}

function OneToast({ toast }: { readonly toast: ToastView }) {
  const dismiss = useToasts((state) => state.dismiss)
  const show = useToasts((state) => state.show)
  const { id, text, tone, undo } = toast

  async function takeBack(run: () => void | Promise<void>): Promise<void> {
    dismiss(id)
    try {
      await run()
    } catch (error) {
      show({ text: TEXT.toasts.undoFailed(parseError(error).message), tone: 'bad' })
    }
  }

  return (
    <Radix.Root
      type={tone === 'bad' ? 'foreground' : 'background'}
      duration={undo ? UNDOABLE_FOR_MS : SHOWN_FOR_MS}
      onOpenChange={(isOpen) => !isOpen && dismiss(id)}
      className="rounded-card focus-visible:outline-offset-2"
    >
      <Toast
        text={<Radix.Description>{text}</Radix.Description>}
        tone={tone}
        undo={undo && (() => void takeBack(undo))}
        undoLabel={TEXT.toasts.undo}
        onDismiss={() => dismiss(id)}
      />
    </Radix.Root>
  )
}
