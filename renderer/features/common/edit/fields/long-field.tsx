import type { ReactNode } from 'react'

import { classNames } from '../../../../components/class-names.ts'
import { Field } from '../../../../components/field.tsx'
import { INPUT_LOOK } from '../../../../components/input-look.ts'

interface LongFieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly placeholder?: string | undefined
  readonly value: unknown
  readonly onChange: (value: string | undefined) => void
}

/** A text of several lines. */
export function LongField({ value, placeholder, onChange, ...field }: LongFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          rows={3}
          placeholder={placeholder}
          value={typeof value === 'string' ? value : ''}
          className={classNames(INPUT_LOOK, 'field-sizing-content h-auto! max-h-60 py-1.5')}
          onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
        />
      )}
    </Field>
  )
}
