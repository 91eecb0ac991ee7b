import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

/** What a control takes over, so that its label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export interface FieldProps {
  readonly label: ReactNode
  /** For those who see where it stands; a screen reader still says it. */
  readonly isLabelHidden?: boolean | undefined
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly className?: string | undefined
  readonly children: (control: FieldControl) => ReactNode
}

/** A label above, a control, and below it what helps or what is wrong. */
export function Field({ label, isLabelHidden = false, hint, error, className, children }: FieldProps) {
  const id = useId()
  const hintId = hasText(hint) ? `${id}-hint` : undefined
  const errorId = hasText(error) ? `${id}-error` : undefined
  const describedBy = classNames(errorId, hintId) || undefined
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-small font-semibold'}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': errorId === undefined ? undefined : true })}
      {errorId !== undefined && (
        <p id={errorId} className="flex gap-1.5 text-small text-bad">
          <CircleAlert className="mt-0.5 size-3.5 flex-none" aria-hidden />
          <span className="min-w-0 wrap-anywhere">{error}</span>
        </p>
      )}
      {hintId !== undefined && (
        <p id={hintId} className="text-small wrap-anywhere text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}

function hasText(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== ''
}
