import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import { INPUT_LOOK } from './input-look.ts'
import type { Option } from './option.ts'

export interface SelectProps<V extends string> extends Omit<ComponentProps<'select'>, 'id' | 'value' | 'onChange'> {
  readonly label: ReactNode
  readonly isLabelHidden?: boolean | undefined
  /** Below it; otherwise the hint of what is chosen. */
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly value: V
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V) => void
}

/** The browser's own, with a list of our look where the browser lets us (`appearance: base-select`). */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, isLabelHidden, hint, error, value, options, onChange, className, ...select } = props
  const chosen = options.find((option) => option.value === value)

  function choose(next: string): void {
    const option = options.find((one) => one.value === next)
    if (option !== undefined) onChange(option.value)
  }

  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint ?? chosen?.hint} error={error} className={className}>
      {(control) => (
        <span className="relative">
          <select
            {...select}
            {...control}
            value={value}
            onChange={(event) => choose(event.currentTarget.value)}
            className={classNames(INPUT_LOOK, 'select cursor-pointer truncate pr-8 disabled:cursor-default')}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-3"
            aria-hidden
          />
        </span>
      )}
    </Field>
  )
}
