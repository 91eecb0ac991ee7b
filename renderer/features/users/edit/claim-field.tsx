import { Lightbulb } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'

import { adviseClaim } from '#shared/oauth/advise-claim.ts'
import { ADDRESS_MEMBERS, type StandardClaim } from '#shared/oauth/standard-claims.ts'
import { isObject } from '#shared/json/list-differences.ts'

import { NumberField } from '../../../components/number-field.tsx'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { LongField } from '../../common/edit/fields/long-field.tsx'
import { useDictionary } from '../../common/use-dictionary.ts'
import { TEXT } from '../text.ts'

interface ClaimFieldProps {
  readonly claim: StandardClaim
  readonly value: unknown
  readonly error: string | undefined
  /** Without a value, the claim is taken away. */
  readonly onChange: (value: unknown) => void
}

/** A claim of the standard as a field of its kind. What is there and is of another kind stays until it is changed. */
export function ClaimField({ claim, value, error, onChange }: ClaimFieldProps) {
  const { name, kind } = claim
  const dictionary = useDictionary()
  const meaning = dictionary?.explain(name, { kind: 'claim' })?.summary
  const advice = adviseClaim(name, value)
  const shared = { label: <code>{name}</code>, error, hint: <Hint meaning={meaning} advice={advice} /> }

  switch (kind) {
    case 'address':
      return <AddressField value={value} advice={advice} error={error} onChange={onChange} />
    case 'yes-no':
      return <YesNoField {...shared} value={value} onChange={onChange} />
    case 'seconds':
      return typeof value === 'number' || value === undefined ? (
        <NumberField {...shared} unit={TEXT.edit.seconds} min={0} value={value} onChange={onChange} />
      ) : (
        <TextField
          {...shared}
          mono
          value={show(value)}
          onChange={({ currentTarget }) => onChange(orNone(currentTarget.value))}
        />
      )
    case 'zone':
      return <ZoneField {...shared} value={show(value)} onChange={(text) => onChange(orNone(text))} />
    case 'text':
    case 'email':
    case 'web':
    case 'phone':
    case 'date':
    case 'locale':
      return (
        <TextField
          {...shared}
          placeholder={PLACEHOLDERS[kind]}
          value={show(value)}
          onChange={({ currentTarget }) => onChange(orNone(currentTarget.value))}
        />
      )
  }
}

const PLACEHOLDERS = {
  text: undefined,
  email: 'erin@example.test',
  web: 'https://example.test/erin',
  phone: '+1 202 555 0143',
  date: '1991-04-17',
  locale: 'de-AT',
} as const

function Hint({ meaning, advice }: { readonly meaning: string | undefined; readonly advice: string | undefined }) {
  if (advice === undefined) return meaning
  return (
    <span className="flex gap-1.5 text-ink-2">
      <Lightbulb className="mt-0.5 size-3.5 flex-none" aria-hidden />
      <span className="min-w-0">{advice}</span>
    </span>
  )
}

interface YesNoFieldProps {
  readonly label: ReactNode
  readonly hint: ReactNode
  readonly error: string | undefined
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Not to say it is a third thing, and so is a text that only looks like it. */
function YesNoField({ value, onChange, ...field }: YesNoFieldProps) {
  const words = TEXT.edit
  const isOther = value !== undefined && typeof value !== 'boolean'
  return (
    <Select
      {...field}
      className="max-w-xs"
      value={isOther ? 'other' : value === undefined ? '' : String(value)}
      options={[
        { value: '', label: words.unsaid },
        { value: 'true', label: words.yes },
        { value: 'false', label: words.no },
        ...(isOther ? [{ value: 'other', label: words.asIs(JSON.stringify(value)) }] : []),
      ]}
      onChange={(next) => next !== 'other' && onChange(next === '' ? undefined : next === 'true')}
    />
  )
}

interface ZoneFieldProps {
  readonly label: ReactNode
  readonly hint: ReactNode
  readonly error: string | undefined
  readonly value: string
  readonly onChange: (text: string) => void
}

/** There are hundreds, so they are in the page only while somebody is choosing. */
function ZoneField({ value, onChange, ...field }: ZoneFieldProps) {
  const list = useId()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <TextField
        {...field}
        list={list}
        placeholder="Europe/Paris"
        value={value}
        onFocus={() => setChoosing(true)}
        onBlur={() => setChoosing(false)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <datalist id={list}>
        {isChoosing && Intl.supportedValuesOf('timeZone').map((zone) => <option key={zone}>{zone}</option>)}
      </datalist>
    </>
  )
}

interface AddressFieldProps {
  readonly value: unknown
  readonly advice: string | undefined
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

/** Other members that it has stay. */
function AddressField({ value, advice, error, onChange }: AddressFieldProps) {
  const address: Readonly<Record<string, unknown>> = isObject(value) ? value : {}

  function set(member: string, text: string | undefined): void {
    const { [member]: _before, ...others } = address
    const next = text === undefined ? others : { ...address, [member]: text }
    onChange(Object.keys(next).length === 0 ? undefined : next)
  }

  return (
    <>
      {advice !== undefined && <Hint meaning={undefined} advice={advice} />}
      {error !== undefined && (
        <p role="alert" className="text-small text-bad">
          {error}
        </p>
      )}
      {ADDRESS_MEMBERS.map((member) =>
        member === 'formatted' || member === 'street_address' ? (
          <LongField
            key={member}
            label={<code>{member}</code>}
            value={address[member]}
            onChange={(text) => set(member, text)}
          />
        ) : (
          <TextField
            key={member}
            label={<code>{member}</code>}
            value={show(address[member])}
            onChange={({ currentTarget }) => set(member, orNone(currentTarget.value))}
          />
        ),
      )}
    </>
  )
}

function show(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** An empty field is no empty claim. */
function orNone(text: string): string | undefined {
  return text === '' ? undefined : text
}
