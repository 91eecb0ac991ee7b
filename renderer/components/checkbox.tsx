import { Check, Minus } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Choice } from './choice.tsx'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'id' | 'type' | 'checked' | 'onChange'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  /** Some of what it stands for is chosen, some is not. */
  readonly isMixed?: boolean | undefined
  readonly onChange: (checked: boolean) => void
}

export function Checkbox({ label, hint, checked, isMixed = false, onChange, className, ...input }: CheckboxProps) {
  const Mark = isMixed ? Minus : Check
  return (
    <Choice label={label} hint={hint} className={className}>
      {(control) => (
        <span className="relative mt-0.5 size-4.5">
          <input
            {...input}
            {...control}
            ref={(box) => {
              if (box !== null) box.indeterminate = isMixed
            }}
            type="checkbox"
            checked={checked}
            onChange={(event) => onChange(event.currentTarget.checked)}
            className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-sm border border-edge bg-panel transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:cursor-default disabled:opacity-55"
          />
          <Mark
            className="pointer-events-none absolute inset-0.75 size-3 text-on-accent opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100"
            strokeWidth={3}
            aria-hidden
          />
        </span>
      )}
    </Choice>
  )
}
