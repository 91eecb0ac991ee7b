import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

interface ChoiceProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly className?: string | undefined
  readonly children: (control: { readonly id: string; readonly 'aria-describedby': string | undefined }) => ReactNode
}

/** A switch or a box with its label beside it; a press on the label counts. */
export function Choice({ label, hint, className, children }: ChoiceProps) {
  const id = useId()
  const hintId = hint === undefined ? undefined : `${id}-hint`
  return (
    <div className={classNames('grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5', className)}>
      {children({ id, 'aria-describedby': hintId })}
      <label htmlFor={id} className="py-0.5 font-medium">
        {label}
      </label>
      {hintId !== undefined && (
        <p id={hintId} className="col-start-2 text-small wrap-anywhere text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}
