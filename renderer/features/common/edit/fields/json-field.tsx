import { type ReactNode, useState } from 'react'

import { isSameJson } from '#shared/json/list-differences.ts'

import { classNames } from '../../../../components/class-names.ts'
import { Field } from '../../../../components/field.tsx'
import { INPUT_LOOK } from '../../../../components/input-look.ts'
import { TEXT } from '../text.ts'

interface JsonFieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly rows?: number
  readonly value: unknown
  /** Called with each text that is JSON; nothing for an empty one. */
  readonly onChange: (value: unknown) => void
}

/** JSON as text. While it is none, it says where, and what was there before stays. */
export function JsonField({ label, hint, error, rows = 6, value, onChange }: JsonFieldProps) {
  const [typed, setTyped] = useState<string>()
  const parsed = typed === undefined ? undefined : parse(typed)
  // What was typed stays as it was typed for as long as it means what is there.
  const isCurrent = parsed !== undefined && (parsed.problem !== undefined || isSameJson(parsed.value, value))
  const text = isCurrent && typed !== undefined ? typed : textOf(value)
  return (
    <Field label={label} hint={hint} error={(isCurrent ? parsed.problem : undefined) ?? error}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          spellCheck={false}
          autoComplete="off"
          value={text}
          className={classNames(
            INPUT_LOOK,
            'field-sizing-content h-auto! max-h-96 min-h-24 py-1.5 font-mono text-small',
          )}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value)
            const next = parse(currentTarget.value)
            if (next.problem === undefined) onChange(next.value)
          }}
        />
      )}
    </Field>
  )
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, undefined, 2)
}

function parse(text: string): { readonly value?: unknown; readonly problem?: string } {
  if (text.trim() === '') return { value: undefined }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: TEXT.noJson(error instanceof Error ? error.message : String(error)) }
  }
}
