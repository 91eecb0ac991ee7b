import { KeyRound } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'

import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { TextField } from '../../components/text-field.tsx'
import { parsePasted } from './parse-address.ts'
import { TEXT } from './text.ts'
import { TroublePage } from './trouble-page.tsx'

const words = TEXT.refused

interface RefusedProps {
  /** Of a token that was given here. */
  readonly attempt: 'none' | 'running' | 'refused'
  readonly onTry: () => void
}

/** The token is missing, or from before the program's last start. */
export function Refused({ attempt, onTry }: RefusedProps) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState<string>()
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  // The only thing that can be done here.
  useEffect(() => field.current?.focus(), [])

  function submit(event: FormEvent): void {
    event.preventDefault()
    const pasted = parsePasted(text, location.origin)
    if (pasted.kind === 'unreadable') {
      setError(text.trim() === '' ? words.empty : words.unreadable)
      return
    }
    setTried(text)
    onTry()
    // The bridge takes a token out of the fragment, whenever it arrives there.
    if (pasted.kind === 'token') location.hash = `token=${pasted.token}`
    else location.assign(pasted.address)
  }

  return (
    <TroublePage title={words.title} icon={<KeyRound />} heading={words.heading}>
      <p>{words.text}</p>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <TextField
          mono
          label={words.label}
          hint={words.hint}
          ref={field}
          error={error ?? (attempt === 'refused' && text === tried ? words.wrong : undefined)}
          value={text}
          onChange={(event) => (setText(event.currentTarget.value), setError(undefined))}
        />
        <div>
          <Button type="submit" variant="primary" isBusy={attempt === 'running'}>
            {words.submit}
          </Button>
        </div>
      </form>
      <p>{words.how}</p>
      <CodeBlock label={words.command} code="npm start" language="shell" />
    </TroublePage>
  )
}
