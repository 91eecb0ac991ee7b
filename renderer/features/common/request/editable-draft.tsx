import { isForm, readParameters } from '#shared/flows/draft.ts'
import type { Draft } from '#shared/flows/flow.ts'
import type { EntryContext } from '#shared/teach/contexts.ts'

import { useDictionary } from '../use-dictionary.ts'
import { TEXT } from './text.ts'
import { AddPair } from './add-pair.tsx'
import { AddressFields } from './address-fields.tsx'
import { withHeaderAt, withParameterAt } from '#shared/flows/draft-changes.ts'
import { EditableText } from './editable-text.tsx'
import { EditablePair } from './editable-pair.tsx'

const words = TEXT

export interface EditableDraftProps {
  readonly original: Draft
  readonly draft: Draft
  readonly context: EntryContext | undefined
  /** Left out: it was sent, and only to be looked at. */
  readonly onChange: ((draft: Draft) => void) | undefined
}

export function EditableDraft({ original, draft, context, onChange }: EditableDraftProps) {
  const dictionary = useDictionary()
  const parameters = readParameters(draft)
  const before = readParameters(original)
  const hasBody = draft.body !== undefined && !isForm(draft)
  return (
    <>
      <h3 className="mt-1 text-small font-semibold">{words.parameters}</h3>
      {parameters.length === 0 && onChange === undefined && <p className="text-ink-3">{words.noParameters}</p>}
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line empty:hidden">
        {parameters.map(([name, value], index) => (
          <EditablePair
            // A name may stand twice, and the order is the wire's.
            key={`${index} ${name}`}
            label={words.value(name)}
            name={name}
            value={value}
            before={before.find(([other]) => other === name)?.[1]}
            entry={dictionary?.explain(name, { context })}
            onChange={onChange && ((next) => onChange(withParameterAt(draft, index, [name, next])))}
            onRemove={onChange && (() => onChange(withParameterAt(draft, index, undefined)))}
          />
        ))}
      </ul>
      {onChange !== undefined && (
        <AddPair
          title={words.add}
          onAdd={(name, value) => onChange(withParameterAt(draft, parameters.length, [name, value]))}
        />
      )}
      {hasBody && (
        <>
          <h3 className="mt-1 text-small font-semibold">{words.body}</h3>
          <EditableText
            label={words.body}
            isLong
            value={draft.body ?? ''}
            onChange={onChange && ((body) => onChange({ ...draft, body }))}
          />
        </>
      )}
      <details className="text-small" open={isDifferent(original, draft) || undefined}>
        <summary className="w-fit rounded-sm font-semibold text-ink-2 hover:text-ink">{words.address}</summary>
        <AddressFields draft={draft} onChange={onChange} />
      </details>
      <Headers original={original} draft={draft} onChange={onChange} />
    </>
  )
}

function isDifferent(one: Draft, other: Draft): boolean {
  return one.method !== other.method || one.url.split('?', 1)[0] !== other.url.split('?', 1)[0]
}

function Headers({ original, draft, onChange }: Omit<EditableDraftProps, 'context'>) {
  const dictionary = useDictionary()
  const { headers } = draft
  if (headers.length === 0 && onChange === undefined) return null
  return (
    <details className="text-small" open={original.headers !== draft.headers || undefined}>
      <summary className="w-fit rounded-sm font-semibold text-ink-2 hover:text-ink">
        {words.headers} ({headers.length})
      </summary>
      <ul className="mt-1.5 divide-y divide-line overflow-hidden rounded-lg border border-line empty:hidden">
        {headers.map(([name, value], index) => (
          <EditablePair
            key={`${index} ${name}`}
            label={words.header(name)}
            name={name}
            value={value}
            before={original.headers.find(([other]) => other === name)?.[1]}
            entry={dictionary?.explain(name, { kind: 'header' })}
            onChange={onChange && ((next) => onChange(withHeaderAt(draft, index, [name, next])))}
            onRemove={onChange && (() => onChange(withHeaderAt(draft, index, undefined)))}
          />
        ))}
      </ul>
      {onChange !== undefined && (
        <AddPair
          title={words.addHeader}
          onAdd={(name, value) => onChange(withHeaderAt(draft, headers.length, [name, value]))}
        />
      )}
    </details>
  )
}
