import { Eye, EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'

import { Button } from '../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { parseError } from '../../stores/error-shape.ts'
import { TEXT } from './text.ts'

interface SecretValueProps {
  /** "Client secret": names the buttons. */
  readonly name: string
  readonly reveal: () => Promise<string | undefined>
}

/** Fetched when somebody wants to see it, and forgotten with the screen. */
export function SecretValue({ name, reveal }: SecretValueProps) {
  const [secret, setSecret] = useState<string>()
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => hideLater(secret, () => setSecret(undefined)), [secret])

  async function show(): Promise<void> {
    setBusy(true)
    try {
      setSecret(await reveal())
      setError(undefined)
    } catch (failure) {
      setError(parseError(failure).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <span className="-my-1 flex flex-wrap items-center gap-1.5">
      {secret === undefined ? (
        <span className="text-ink-3">{error ?? TEXT.secret.hidden}</span>
      ) : (
        <>
          <code className="text-small wrap-anywhere">{secret}</code>
          <CopyButton text={secret} label={`Copy ${name}`} />
        </>
      )}
      <Button
        size="small"
        variant="ghost"
        isBusy={isBusy}
        icon={secret === undefined ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        onClick={() => (secret === undefined ? void show() : setSecret(undefined))}
      >
        {secret === undefined ? TEXT.secret.show : TEXT.secret.hide}
        <span className="sr-only"> {name}</span>
      </Button>
    </span>
  )
}

const SHOWN_FOR_MS = 60_000

/** A screen that is shared or left open should not go on showing it. */
function hideLater(secret: string | undefined, hide: () => void): (() => void) | undefined {
  if (secret === undefined) return undefined
  const timer = setTimeout(hide, SHOWN_FOR_MS)
  return () => clearTimeout(timer)
}
