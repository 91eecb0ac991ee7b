import type { ReactNode } from 'react'

import { valueAt } from '#shared/json/build-merge-patch.ts'
import type { Members } from '#shared/json/list-differences.ts'
import { setAt } from '#shared/json/set-at.ts'

import { NumberField } from '../../../../components/number-field.tsx'
import { Select } from '../../../../components/select.tsx'
import { Switch } from '../../../../components/switch.tsx'
import { TextField } from '../../../../components/text-field.tsx'
import { referenceAddress } from '../../../../frame/addresses.ts'
import { OutsideLink, TextLink } from '../../text-link.tsx'
import { useDictionary } from '../../use-dictionary.ts'
import type { Problems } from '../problems.ts'
import { ChoicesField } from './choices-field.tsx'
import type { FieldSpec } from './field-spec.ts'
import { JsonField } from './json-field.tsx'
import { ListField } from './list-field.tsx'
import { LongField } from './long-field.tsx'

interface FormFieldProps {
  readonly spec: FieldSpec
  readonly value: Members
  readonly problems: Problems
  /** The whole with this member changed; a member that is cleared is taken away. */
  readonly onChange: (value: Members) => void
}

/** One member of an entity as a field: explained by the dictionary, and with what is wrong with it below. */
export function FormField({ spec, value, problems, onChange }: FormFieldProps) {
  const { member, label = member } = spec
  const path = member.split('.')
  const current = valueAt(value, path)
  const set = (next: unknown) => onChange(setAt(value, path, next))
  const shared = { error: problems.at(member), hint: <Meaning spec={spec} /> }
  const name = spec.label === undefined ? <code>{label}</code> : label

  switch (spec.kind) {
    case 'text':
      return (
        <TextField
          {...shared}
          label={name}
          mono={spec.isProse !== true}
          placeholder={spec.placeholder}
          value={typeof current === 'string' ? current : ''}
          onChange={({ currentTarget }) => set(currentTarget.value === '' ? undefined : currentTarget.value)}
        />
      )
    case 'long':
      return <LongField {...shared} label={name} placeholder={spec.placeholder} value={current} onChange={set} />
    case 'number':
      return (
        <NumberField
          {...shared}
          label={name}
          unit={spec.unit}
          min={spec.min ?? 0}
          value={typeof current === 'number' ? current : undefined}
          onChange={set}
        />
      )
    case 'switch':
      return (
        <div>
          <Switch
            label={name}
            hint={shared.hint}
            checked={current === true}
            onChange={(on) => set(on ? true : undefined)}
          />
          {shared.error !== undefined && <p className="pl-10.5 text-small text-bad">{shared.error}</p>}
        </div>
      )
    case 'choice': {
      const { options, none } = spec
      const all = none === undefined ? options : [{ value: '', label: none }, ...options]
      return (
        <Select
          {...shared}
          label={name}
          value={typeof current === 'string' ? current : ''}
          options={all}
          onChange={(next) => set(next === '' ? undefined : next)}
        />
      )
    }
    case 'choices':
      return <ChoicesField {...shared} label={name} options={spec.options} value={textsOf(current)} onChange={set} />
    case 'list':
      return (
        <ListField
          {...shared}
          name={label}
          label={name}
          placeholder={spec.placeholder}
          advise={spec.advise}
          values={textsOf(current)}
          onChange={(next) => set(next.length === 0 && current === undefined ? undefined : next)}
        />
      )
    case 'json':
      return <JsonField {...shared} label={name} value={current} onChange={set} />
  }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** In one sentence, with the specification that says it. */
function Meaning({ spec: { member, hint, context = 'client metadata' } }: { readonly spec: FieldSpec }): ReactNode {
  const dictionary = useDictionary()
  if (hint !== undefined) return hint
  const entry = dictionary?.explain(member, { context })
  if (entry === undefined) return null
  const [spec] = entry.specs
  return (
    <>
      {entry.summary} <TextLink href={referenceAddress(member)}>More</TextLink>
      {spec !== undefined && (
        <>
          {' · '}
          <OutsideLink href={spec.href}>{spec.label}</OutsideLink>
        </>
      )}
    </>
  )
}
