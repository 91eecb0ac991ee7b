import { LockKeyholeOpen } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'

import type { OwnKeySource } from '#shared/contract/calls/token-checks.ts'
import type { Jwe } from '#shared/tokens/token.ts'

import { Button } from '../../../components/button.tsx'
import { TextArea } from '../../../components/text-area.tsx'
import { useBridge } from '../../../stores/use-stores.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { TEXT } from './text.ts'

interface DecryptFormProps {
  readonly token: Jwe
  readonly onOpen: (plaintext: string) => void
}

const words = TEXT.encrypted

export function DecryptForm({ token, onOpen }: DecryptFormProps) {
  const bridge = useBridge()
  const [key, setKey] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function decrypt(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const outcome = await bridge.call('tokens.decrypt', { decryption: { token: token.text, keys: readKey(key) } })
      if (outcome.outcome === 'decrypted') onOpen(outcome.plaintext)
      else setError([words.failures[outcome.reason], outcome.detail].filter(Boolean).join(' '))
    } catch (failure) {
      setError(parseError(failure).message)
    } finally {
      setBusy(false)
    }
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (key.trim() !== '') void decrypt()
  }

  return (
    <form
      noValidate
      onSubmit={submit}
      className="flex flex-none flex-col items-start gap-2 border-t border-line px-3.5 py-3"
    >
      <p className="text-small text-ink-2">{words.text}</p>
      <TextArea
        label={words.key}
        hint={words.keyHint}
        error={error}
        rows={4}
        className="w-full"
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Button type="submit" variant="primary" isBusy={isBusy} icon={<LockKeyholeOpen aria-hidden />}>
        {words.open}
      </Button>
    </form>
  )
}

/** JSON and PEM are keys, and everything else is a secret. */
function readKey(text: string): OwnKeySource {
  const trimmed = text.trim()
  return /^({|-----BEGIN)/.test(trimmed)
    ? { from: 'key', key: trimmed }
    : { from: 'secret', secret: text, encoding: 'utf-8' }
}
