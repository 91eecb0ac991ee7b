import { type ComponentProps, type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import { INPUT_LOOK } from './input-look.ts'

export interface NumberFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'type'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** Stands behind the number: "seconds". */
  readonly unit?: string | undefined
  readonly value: number | undefined
  /** Nothing while the field holds no number. */
  readonly onChange: (value: number | undefined) => void
}

export function NumberField({ label, hint, error, unit, value, onChange, className, ...input }: NumberFieldProps) {
  // The text is the field's own, since "1." and "" are on the way to a number.
  const [text, setText] = useState(textOf(value))
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    if (parseNumber(text) !== value) setText(textOf(value))
  }

  function change(next: string): void {
    setText(next)
    onChange(parseNumber(next))
  }

  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <span className="flex items-center gap-2">
          <input
            step={1}
            {...input}
            {...control}
            type="number"
            inputMode="numeric"
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
            className={classNames(INPUT_LOOK, 'max-w-32 font-mono text-small')}
          />
          {unit !== undefined && <span className="text-small text-ink-3">{unit}</span>}
        </span>
      )}
    </Field>
  )
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function parseNumber(text: string): number | undefined {
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number
}
