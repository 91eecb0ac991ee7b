import { type FormEvent, useState } from 'react'

import type { OutsideIssuerView } from '#shared/contract/calls/issuers.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { TEXT } from './text.ts'
import { useSaveIssuer, useToast } from './use-save-issuer.ts'

const words = TEXT.api

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const
type Method = (typeof METHODS)[number]

/** What a walkthrough calls with the token, if anything. */
export function ApiForm({ issuer }: { readonly issuer: OutsideIssuerView }) {
  const save = useSaveIssuer(issuer)
  const toast = useToast()
  const [url, setUrl] = useState(issuer.api?.url ?? '')
  const [method, setMethod] = useState<Method>(issuer.api?.method ?? 'GET')
  const [scope, setScope] = useState(issuer.api?.scope ?? '')
  const [error, setError] = useState<string>()

  async function put(api: OutsideIssuerView['api']): Promise<void> {
    const saved = await save({ api })
    setError(saved.error)
    if (saved.error === undefined) toast.good(words.saved)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    void put({ ...issuer.api, url: url.trim(), method, scope: scope.trim().replaceAll(/\s+/g, ' ') })
  }

  function callNone(): void {
    setUrl('')
    setScope('')
    void put(undefined)
  }

  return (
    <Card title={words.title}>
      <p className="text-ink-2">{words.text}</p>
      <form aria-label={words.title} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2">
          <Select
            label={words.method}
            value={method}
            options={METHODS.map((value) => ({ value, label: value }))}
            onChange={setMethod}
          />
          <TextField
            label={words.url}
            mono
            inputMode="url"
            placeholder="https://api.example/things"
            error={error}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        </div>
        <TextField
          label={words.scope}
          hint={words.scopeHint}
          mono
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value)}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={url.trim() === ''}>
            {words.save}
          </Button>
          {issuer.api !== undefined && <Button onClick={callNone}>{words.remove}</Button>}
        </div>
      </form>
    </Card>
  )
}
