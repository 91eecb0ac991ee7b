import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { readStyleNonce } from '../theme/style-nonce.ts'
import { classNames } from './class-names.ts'
import { INPUT_LOOK } from './input-look.ts'
import type { Option } from './option.ts'

export interface SelectProps<V extends string> {
  readonly label: ReactNode
  readonly isLabelHidden?: boolean | undefined
  readonly hint?: ReactNode
  readonly value: V
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V) => void
  readonly isDisabled?: boolean | undefined
  readonly className?: string | undefined
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { label, isLabelHidden = false, hint, value, options, onChange, isDisabled = false, className } = props
  const id = useId()
  const hintId = hint === undefined ? undefined : `${id}-hint`

  function choose(chosen: string): void {
    const option = options.find((one) => one.value === chosen)
    if (option !== undefined) onChange(option.value)
  }

  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <span id={`${id}-label`} className={isLabelHidden ? 'sr-only' : 'text-small font-semibold'}>
        {label}
      </span>
      <Radix.Root value={value} onValueChange={choose} disabled={isDisabled}>
        <Radix.Trigger
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={hintId}
          className={classNames(INPUT_LOOK, 'flex cursor-pointer items-center justify-between gap-2 text-left')}
        >
          <span id={`${id}-value`} className="truncate">
            <Radix.Value />
          </span>
          <ChevronDown className="size-4 flex-none text-ink-3" aria-hidden />
        </Radix.Trigger>
        <Options options={options} />
      </Radix.Root>
      {hintId !== undefined && (
        <p id={hintId} className="text-small text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-card border border-line-strong bg-panel shadow-card"
      >
        <Radix.Viewport className="p-1" nonce={readStyleNonce()}>
          {options.map(({ value, label, hint }) => (
            <Radix.Item
              key={value}
              value={value}
              className="flex min-h-7 cursor-pointer items-start gap-2 rounded-md px-2 py-1 outline-none data-highlighted:bg-accent-soft"
            >
              <span className="mt-0.5 size-4 flex-none text-accent">
                <Radix.ItemIndicator>
                  <Check className="size-4" aria-hidden />
                </Radix.ItemIndicator>
              </span>
              <span className="min-w-0">
                <Radix.ItemText>{label}</Radix.ItemText>
                {hint !== undefined && <span className="block text-small text-ink-3">{hint}</span>}
              </span>
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  )
}
