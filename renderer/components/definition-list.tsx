import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { CopyButton } from './copy-button.tsx'

export interface Definition {
  readonly term: string
  /** The term and the value are names of the protocol. */
  readonly mono?: boolean | undefined
  readonly value: ReactNode
  /** The text that a button beside the value copies. */
  readonly copy?: string | undefined
  readonly hint?: ReactNode
}

export interface DefinitionListProps {
  readonly items: readonly Definition[]
}

export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className="min-w-0 divide-y divide-line">
      {items.map(({ term, mono = false, value, copy, hint }) => (
        <div
          key={term}
          className="grid gap-x-4 gap-y-0.5 px-3.5 py-2 sm:grid-cols-[minmax(7rem,12.5rem)_minmax(0,1fr)]"
        >
          <dt className={classNames('wrap-anywhere', mono ? 'font-mono text-small font-semibold' : 'text-ink-3')}>
            {term}
          </dt>
          <dd className="flex min-w-0 items-start gap-2">
            <div className="min-w-0 flex-1 wrap-anywhere">
              <div className={classNames(mono && 'font-mono text-small')}>{value}</div>
              {hint !== undefined && <div className="text-small text-ink-2">{hint}</div>}
            </div>
            {copy !== undefined && <CopyButton text={copy} label={`Copy ${term}`} className="-my-0.5" />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
