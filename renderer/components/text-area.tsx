import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import { INPUT_LOOK } from './input-look.ts'

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
}

/** Text of the protocol in several lines: a key, a body. */
export function TextArea({ label, hint, error, className, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <textarea
          autoComplete="off"
          spellCheck={false}
          {...area}
          {...control}
          className={classNames(INPUT_LOOK, 'h-auto! resize-y py-1.5 font-mono text-small break-all')}
        />
      )}
    </Field>
  )
}
