import { Lightbulb, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'

import { Button } from '../../../../components/button.tsx'
import { classNames } from '../../../../components/class-names.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { INPUT_LOOK } from '../../../../components/input-look.ts'
import { TEXT } from '../text.ts'

interface ListFieldProps {
  readonly label: ReactNode
  /** The same for a screen reader. */
  readonly name: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly placeholder?: string | undefined
  /** What is probably a mistake in one of them, though it may be meant. */
  readonly advise?: ((value: string) => string | undefined) | undefined
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** Texts, each in a field of its own. */
export function ListField({ label, name, hint, error, placeholder, advise, values, onChange }: ListFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null)
  const words = TEXT.list

  function change(index: number, value: string): void {
    onChange(values.map((one, at) => (at === index ? value : one)))
  }

  function focusOn(index: number): void {
    requestAnimationFrame(() => box.current?.querySelectorAll('input')[index]?.focus())
  }

  function remove(index: number): void {
    onChange(values.filter((_, at) => at !== index))
    focusOn(Math.max(0, index - 1))
  }

  return (
    <fieldset ref={box} className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-small font-semibold">{label}</legend>
      {values.map((value, index) => (
        // There is nothing else to tell one line from another by.
        <div key={index} className="flex flex-col gap-0.5">
          <div className="flex items-center gap-1">
            <input
              type="text"
              aria-label={words.item(name, index + 1)}
              autoComplete="off"
              spellCheck={false}
              placeholder={placeholder}
              value={value}
              className={classNames(INPUT_LOOK, 'font-mono text-small')}
              onChange={(event) => change(index, event.currentTarget.value)}
            />
            <IconButton
              label={words.remove(value === '' ? words.item(name, index + 1) : value)}
              icon={<Trash2 aria-hidden />}
              onClick={() => remove(index)}
            />
          </div>
          <Advice text={value === '' ? undefined : advise?.(value)} />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          onClick={() => {
            onChange([...values, ''])
            focusOn(values.length)
          }}
        >
          {words.add}
        </Button>
      </div>
      {error !== undefined && (
        <p role="alert" className="text-small whitespace-pre-line text-bad">
          {error}
        </p>
      )}
      <p className="text-small wrap-anywhere text-ink-3">{hint}</p>
    </fieldset>
  )
}

function Advice({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <p className="flex gap-1.5 text-small text-ink-2">
      <Lightbulb className="mt-0.5 size-3.5 flex-none" aria-hidden />
      {text}
    </p>
  )
}
