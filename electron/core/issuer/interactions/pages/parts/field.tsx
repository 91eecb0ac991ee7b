import type { InputHTMLAttributes } from 'react'

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  readonly name: string
  /** The id of the note that says what is wrong with this field. */
  readonly errorId?: string | undefined
}

/** A labelled text field, tied to the note that says what is wrong with it. */
export function Field({ label, errorId, ...input }: FieldProps) {
  const id = `field-${input.name}`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} {...(errorId !== undefined && { 'aria-invalid': true, 'aria-describedby': errorId })} />
    </div>
  )
}

export function HiddenFields(props: { readonly values: Readonly<Record<string, string>> }) {
  return Object.entries(props.values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
