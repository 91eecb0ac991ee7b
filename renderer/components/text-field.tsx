import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import { INPUT_LOOK } from './input-look.ts'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** For names and values of the protocol. */
  readonly mono?: boolean | undefined
}

export function TextField({ label, hint, error, mono = false, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={mono ? false : undefined}
          {...input}
          {...control}
          className={classNames(INPUT_LOOK, mono && 'font-mono text-small')}
        />
      )}
    </Field>
  )
}
