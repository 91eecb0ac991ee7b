import { type FormEvent, type ReactNode, useId, useState } from 'react'

import { classNames } from '../../../components/class-names.ts'
import { INPUT_LOOK } from '../../../components/input-look.ts'
import { parseAddress } from './parse-address.ts'
import { TEXT } from './text.ts'

interface AddressBarProps {
  /** What is shown now. When it changes, what was typed gives way, unless somebody is still at it. */
  readonly address: string
  readonly issuer: string
  readonly onOpen: (address: string) => void
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly isLoading?: boolean
}

interface Typed {
  readonly text: string
  /** What was shown then; what is typed over one address says nothing of the next. */
  readonly over: string
  readonly isUnreadable?: boolean
  /** Where it leads is under way. */
  readonly isSent?: boolean
}

const words = TEXT.bar

export function AddressBar({ address, issuer, onOpen, before, after, isLoading = false }: AddressBarProps) {
  const [typed, setTyped] = useState<Typed>()
  const [isFocused, setFocused] = useState(false)
  const errorId = useId()
  const isTyped = typed !== undefined && (typed.over === address || (isFocused && typed.isSent !== true))
  const text = isTyped ? typed.text : address
  const isUnreadable = isTyped && typed.isUnreadable === true

  function submit(event: FormEvent): void {
    event.preventDefault()
    const parsed = parseAddress(text, issuer)
    if (parsed === undefined) return setTyped({ over: address, text, isUnreadable: true })
    setTyped({ over: address, text, isSent: true })
    onOpen(parsed)
  }

  return (
    <div className="flex-none border-b border-line bg-sunken">
      <div className="flex flex-wrap items-center gap-1.5 px-2 py-1.5" role="toolbar" aria-label={words.label}>
        {before}
        <form onSubmit={submit} noValidate className="min-w-0 flex-1 basis-56">
          <input
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            aria-label={words.address}
            aria-invalid={isUnreadable || undefined}
            aria-describedby={isUnreadable ? errorId : undefined}
            placeholder={words.placeholder}
            value={text}
            onChange={(event) => setTyped({ over: address, text: event.currentTarget.value })}
            onFocus={(event) => {
              setFocused(true)
              event.currentTarget.select()
            }}
            onBlur={() => setFocused(false)}
            className={classNames(INPUT_LOOK, 'h-7! font-mono text-small!')}
          />
        </form>
        {after}
      </div>
      {isUnreadable && (
        <p id={errorId} role="alert" className="px-3 pb-1.5 text-small text-bad">
          {TEXT.unreadable}
        </p>
      )}
      <div
        className={classNames('h-0.5', isLoading && 'animate-pulse bg-accent')}
        role={isLoading ? 'progressbar' : undefined}
        aria-label={isLoading ? words.loading : undefined}
      />
    </div>
  )
}
