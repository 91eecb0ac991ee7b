import { useState } from 'react'

import { classNames } from '../../../components/class-names.ts'
import { LongValue } from '../../../components/long-value.tsx'

interface EditableTextProps {
  readonly label: string
  readonly value: string
  readonly isLong?: boolean
  /** When it is left or confirmed. Left out: only to be read. */
  readonly onChange: ((value: string) => void) | undefined
}

const LOOK =
  'field-sizing-content max-h-40 w-full min-w-0 flex-1 resize-none rounded-md border border-transparent bg-transparent px-1.25 py-0.5 font-mono text-small wrap-anywhere text-ink-2 transition-colors hover:border-edge focus-visible:border-accent focus-visible:bg-panel focus-visible:text-ink focus-visible:outline-offset-0'

/** Looks like text until one comes near it. */
export function EditableText({ label, value, isLong = false, onChange }: EditableTextProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string }>()
  const text = typed?.over === value ? typed.text : value
  if (onChange === undefined) {
    return (
      <span className="flex min-w-0 flex-1 px-1.25 py-0.75 whitespace-pre-wrap text-ink-2">
        <LongValue>{value}</LongValue>
      </span>
    )
  }

  function commit(): void {
    if (text !== value) onChange?.(text)
  }

  return (
    <textarea
      aria-label={label}
      rows={isLong ? 4 : 1}
      spellCheck={false}
      autoComplete="off"
      value={text}
      className={classNames(LOOK, isLong && 'border-edge')}
      onChange={(event) => setTyped({ text: event.currentTarget.value, over: value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(undefined)
        if (event.key !== 'Enter' || (isLong && !event.ctrlKey && !event.metaKey)) return
        event.preventDefault()
        commit()
      }}
    />
  )
}
