import type { ComponentProps, ReactNode } from 'react'
import { Choice } from './choice.tsx'

export interface SwitchProps extends Omit<ComponentProps<'input'>, 'id' | 'type' | 'role' | 'checked' | 'onChange'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Takes effect at once, without a button to save. */
export function Switch({ label, hint, checked, onChange, className, ...input }: SwitchProps) {
  return (
    <Choice label={label} hint={hint} className={className}>
      {(control) => (
        <span className="relative mt-0.5 h-4.5 w-8">
          <input
            {...input}
            {...control}
            type="checkbox"
            role="switch"
            aria-checked={checked}
            checked={checked}
            onChange={(event) => onChange(event.currentTarget.checked)}
            className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-full border border-edge bg-sunken transition-colors checked:border-accent checked:bg-accent disabled:cursor-default disabled:opacity-55"
          />
          <span className="pointer-events-none absolute top-0.75 left-0.75 size-3 rounded-full bg-edge transition-transform peer-checked:translate-x-3.5 peer-checked:bg-on-accent" />
        </span>
      )}
    </Choice>
  )
}
