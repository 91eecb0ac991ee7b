import { Plus, Trash2 } from 'lucide-react'
import { useRef } from 'react'

import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { INPUT_LOOK } from '../../../components/input-look.ts'
import { TEXT } from '../text.ts'

export interface EditedScope {
  readonly name: string
  readonly description?: string | undefined
}

interface ScopeRowsProps {
  readonly scopes: readonly EditedScope[]
  readonly error: string | undefined
  readonly onChange: (scopes: readonly EditedScope[]) => void
}

const words = TEXT.edit.scopes

/** A scope a line: its name, and what the consent page says of it. */
export function ScopeRows({ scopes, error, onChange }: ScopeRowsProps) {
  const box = useRef<HTMLFieldSetElement>(null)

  function change(index: number, changes: Partial<EditedScope>): void {
    onChange(scopes.map((scope, at) => (at === index ? withoutEmpty({ ...scope, ...changes }) : scope)))
  }

  function add(): void {
    onChange([...scopes, { name: '' }])
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLInputElement>('[data-scope]')[scopes.length]?.focus())
  }

  return (
    <fieldset ref={box} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-small font-semibold">{words.title}</legend>
      {scopes.map(({ name, description = '' }, index) => (
        // There is nothing else to tell one line from another by.
        <div key={index} className="flex flex-wrap items-center gap-1">
          <input
            data-scope
            type="text"
            aria-label={words.name(index + 1)}
            placeholder="read:notes"
            autoComplete="off"
            spellCheck={false}
            value={name}
            className={classNames(INPUT_LOOK, 'w-auto! min-w-32 flex-1 font-mono text-small')}
            onChange={({ currentTarget }) => change(index, { name: currentTarget.value })}
          />
          <input
            type="text"
            aria-label={words.description(index + 1)}
            placeholder={words.descriptionPlaceholder}
            autoComplete="off"
            value={description}
            className={classNames(INPUT_LOOK, 'w-auto! min-w-40 flex-[2]')}
            onChange={({ currentTarget }) => change(index, { description: currentTarget.value })}
          />
          <IconButton
            label={words.remove(name === '' ? words.name(index + 1) : name)}
            icon={<Trash2 aria-hidden />}
            onClick={() => onChange(scopes.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={<Plus aria-hidden />} onClick={add}>
          {words.add}
        </Button>
      </div>
      {error !== undefined && (
        <p role="alert" className="text-small whitespace-pre-line text-bad">
          {error}
        </p>
      )}
      <p className="text-small text-ink-3">{words.hint}</p>
    </fieldset>
  )
}

function withoutEmpty({ name, description }: EditedScope): EditedScope {
  return description === undefined || description === '' ? { name } : { name, description }
}
