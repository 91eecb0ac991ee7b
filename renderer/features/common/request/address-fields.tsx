import type { Draft } from '#shared/flows/flow.ts'

import { Select } from '../../../components/select.tsx'
import { TEXT } from './text.ts'
import { baseOf, withBase } from '#shared/flows/draft-changes.ts'
import { EditableText } from './editable-text.tsx'

const words = TEXT
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

interface AddressFieldsProps {
  readonly draft: Draft
  readonly onChange: ((draft: Draft) => void) | undefined
}

export function AddressFields({ draft, onChange }: AddressFieldsProps) {
  const base = baseOf(draft)
  if (onChange === undefined) {
    return (
      <code className="mt-1.5 block wrap-anywhere">
        {draft.method} {base}
      </code>
    )
  }
  const known: readonly string[] = METHODS
  const methods = known.includes(draft.method) ? known : [draft.method, ...known]
  return (
    <div className="mt-1.5 flex items-start gap-2">
      <Select
        label={words.method}
        isLabelHidden
        className="w-24 flex-none"
        value={draft.method}
        options={methods.map((value) => ({ value, label: value }))}
        onChange={(method) => onChange({ ...draft, method })}
      />
      <span className="flex flex-1 rounded-md border border-edge py-1">
        <EditableText label={words.url} value={base} onChange={(next) => onChange(withBase(draft, next))} />
      </span>
    </div>
  )
}
