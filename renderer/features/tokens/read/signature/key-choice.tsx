import { type SubmitEvent, useState } from 'react'

import type { KeySource } from '#shared/contract/calls/token-checks.ts'

import { Button } from '../../../../components/button.tsx'
import { Segmented } from '../../../../components/segmented.tsx'
import { TextArea } from '../../../../components/text-area.tsx'
import { TextField } from '../../../../components/text-field.tsx'
import { TEXT } from './text.ts'

/** What is being written; a source of keys once it is whole. */
export interface KeyDraft {
  readonly from: KeySource['from']
  readonly address: string
  /** The address that somebody asked to be fetched: nothing is fetched while it is typed. */
  readonly fetched: string | undefined
  readonly key: string
  readonly secret: string
  readonly encoding: 'utf-8' | 'base64url'
}

export function readSource({ from, fetched, key, secret, encoding }: KeyDraft): KeySource | undefined {
  switch (from) {
    case 'issuer':
      return { from }
    case 'address':
      return fetched === undefined ? undefined : { from, address: fetched }
    case 'key':
      return key.trim() === '' ? undefined : { from, key }
    case 'secret':
      return secret === '' ? undefined : { from, secret, encoding }
  }
}

const SOURCES = (['issuer', 'address', 'key', 'secret'] as const).map((value) => ({
  value,
  label: TEXT.sources[value],
}))
const ENCODINGS = (['utf-8', 'base64url'] as const).map((value) => ({ value, label: TEXT.encodings[value] }))

interface KeyChoiceProps {
  readonly draft: KeyDraft
  readonly onChange: (draft: KeyDraft) => void
}

export function KeyChoice({ draft, onChange }: KeyChoiceProps) {
  const { from, key, secret, encoding } = draft
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label={TEXT.withKeys}
        value={from}
        options={SOURCES}
        onChange={(value) => onChange({ ...draft, from: value })}
      />
      {from === 'address' && <AddressForm draft={draft} onChange={onChange} />}
      {from === 'key' && (
        <TextArea
          label={TEXT.key}
          hint={TEXT.keyHint}
          rows={5}
          value={key}
          onChange={(event) => onChange({ ...draft, key: event.target.value })}
        />
      )}
      {from === 'secret' && (
        <>
          <TextField
            label={TEXT.secret}
            mono
            value={secret}
            onChange={(event) => onChange({ ...draft, secret: event.target.value })}
          />
          <Segmented
            label={TEXT.encoding}
            value={encoding}
            options={ENCODINGS}
            onChange={(value) => onChange({ ...draft, encoding: value })}
          />
        </>
      )}
    </div>
  )
}

function AddressForm({ draft, onChange }: KeyChoiceProps) {
  const [error, setError] = useState<string>()
  function fetchKeys(event: SubmitEvent): void {
    event.preventDefault()
    const address = draft.address.trim()
    const isAddress = /^https?:\/\//.test(address) && URL.canParse(address)
    setError(isAddress ? undefined : 'It has to begin with http:// or https://.')
    if (isAddress) onChange({ ...draft, address, fetched: address })
  }
  return (
    <form noValidate onSubmit={fetchKeys} className="flex flex-col items-start gap-2">
      <TextField
        label={TEXT.address}
        mono
        className="w-full"
        error={error}
        value={draft.address}
        onChange={(event) => onChange({ ...draft, address: event.target.value })}
      />
      <Button type="submit" variant="primary" size="small">
        {TEXT.fetch}
      </Button>
    </form>
  )
}
