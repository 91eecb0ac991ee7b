import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export interface SegmentedOption<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly icon?: ReactNode
}

export interface SegmentedProps<V extends string> {
  readonly label: string
  readonly isLabelHidden?: boolean | undefined
  readonly value: V
  readonly options: readonly SegmentedOption<V>[]
  readonly onChange: (value: V) => void
  readonly className?: string | undefined
}

/** Two to five that exclude each other, all in sight. */
export function Segmented<V extends string>({
  label,
  isLabelHidden,
  value,
  options,
  onChange,
  className,
}: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <legend className={isLabelHidden === true ? 'sr-only' : 'mb-1 text-small font-semibold'}>{label}</legend>
      <div className="inline-flex w-fit max-w-full flex-wrap gap-0.5 rounded-lg border border-edge bg-sunken p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-6.5 cursor-pointer items-center gap-1.5 rounded-md px-2.5 font-medium text-ink-2 hover:text-ink has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent [&_svg]:size-4"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
