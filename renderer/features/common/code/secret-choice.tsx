import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

const words = TEXT.secret

interface SecretChoiceProps {
  /** Whose secret it is. */
  readonly client_id: string
  readonly isShown: boolean
  readonly onShow: (secret: string | undefined) => void
  readonly onHide: () => void
}

/** In the code only when somebody wants it there: such code is passed around. */
export function SecretChoice({ client_id, isShown, onShow, onHide }: SecretChoiceProps) {
  const bridge = useBridge()
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function show(): Promise<void> {
    setBusy(true)
    try {
      onShow((await bridge.call('clients.get', { client_id, secrets: true })).value.client_secret)
      setError(undefined)
    } catch (failure) {
      setError(`${words.failed} ${parseError(failure).message}`)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2 text-small text-ink-2">
      <span aria-live="polite">{error ?? (isShown ? words.shown : words.hidden)}</span>
      <Button
        size="small"
        isBusy={isBusy}
        icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        onClick={() => (isShown ? onHide() : void show())}
      >
        {isShown ? words.hide : words.show}
      </Button>
    </div>
  )
}
