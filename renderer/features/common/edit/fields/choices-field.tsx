import type { ReactNode } from 'react'

import { Checkbox } from '../../../../components/checkbox.tsx'
import type { FieldOption } from './field-spec.ts'

interface ChoicesFieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly options: readonly FieldOption[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** Any of several. What is there and not among them stays, and can be taken away. */
export function ChoicesField({ label, hint, error, options, value, onChange }: ChoicesFieldProps) {
  const others = value.filter((one) => !options.some((option) => option.value === one))
  const all = [...options, ...others.map((other) => ({ value: other, label: other }))]
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-small font-semibold">{label}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-4 gap-y-1">
        {all.map((option) => (
          <Checkbox
            key={option.value}
            label={<span className="font-mono text-small wrap-anywhere">{option.label}</span>}
            checked={value.includes(option.value)}
            onChange={(checked) =>
              // In the order of the options, so that turning one off and on again changes nothing.
              onChange(
                all.map((one) => one.value).filter((one) => (one === option.value ? checked : value.includes(one))),
              )
            }
          />
        ))}
      </div>
      {error !== undefined && <p className="text-small whitespace-pre-line text-bad">{error}</p>}
      <p className="text-small wrap-anywhere text-ink-3">{hint}</p>
    </fieldset>
  )
}
