import { useState } from 'react'

import type { Exchange } from '#shared/model/exchange.ts'

import { Checkbox } from '../../../../components/checkbox.tsx'
import { classNames } from '../../../../components/class-names.ts'
import { LongValue } from '../../../../components/long-value.tsx'
import { formatClock } from '../../../common/format-time.ts'
import { pathOf } from '../../../common/read-address.ts'
import { TextLink } from '../../../common/text-link.tsx'
import { otherAddress } from '../other-address.ts'
import { TEXT } from '../text.ts'
import { COMPARED_PARTS, type ComparedRow, compareExchanges, countDifferences } from './compare-exchanges.ts'

const words = TEXT.compare

interface ComparisonProps {
  readonly left: Exchange
  readonly right: Exchange
}

/** Two exchanges side by side, the differences marked. */
export function Comparison({ left, right }: ComparisonProps) {
  const [isWhole, setWhole] = useState(false)
  const comparison = compareExchanges(left, right)
  const count = countDifferences(comparison)
  return (
    <div className="flex min-w-0 flex-col gap-2.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-medium">{words.differences(count)}</p>
        <Checkbox label={words.whole} checked={isWhole} onChange={setWhole} />
      </div>
      <table className="w-full table-fixed border-separate border-spacing-0 text-small" aria-label={words.label}>
        <thead>
          <tr className="text-left align-top">
            <th scope="col" className="w-[26%] pb-1.5">
              <span className="sr-only">{words.name}</span>
            </th>
            <Side exchange={left} />
            <Side exchange={right} />
          </tr>
        </thead>
        {COMPARED_PARTS.map((part) => {
          const rows = comparison[part].filter(({ isSame }) => isWhole || !isSame)
          return rows.length === 0 ? null : <Part key={part} title={words.parts[part]} rows={rows} />
        })}
      </table>
    </div>
  )
}

function Side({ exchange: { id, method, url, startedAt } }: { readonly exchange: Exchange }) {
  return (
    <th scope="col" className="px-2 pb-1.5 font-normal">
      <TextLink href={otherAddress(id)}>{words.exchange(id)}</TextLink>
      <span className="block truncate font-mono text-small text-ink-2">
        {method} {pathOf(url)}
      </span>
      <span className="block font-mono text-tiny text-ink-3">{formatClock(startedAt)}</span>
    </th>
  )
}

function Part({ title, rows }: { readonly title: string; readonly rows: readonly ComparedRow[] }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="border-t border-line-strong pt-2 pb-1 text-left font-semibold">
          {title}
        </th>
      </tr>
      {rows.map(({ name, left, right, isSame }, index) => (
        <tr key={index} className="align-top">
          <th scope="row" className="border-t border-line py-1.25 pr-2 text-left font-mono font-normal wrap-anywhere">
            {name}
            {!isSame && <span className="sr-only"> {words.differs}</span>}
          </th>
          <Value value={left} isSame={isSame} />
          <Value value={right} isSame={isSame} />
        </tr>
      ))}
    </tbody>
  )
}

function Value({ value, isSame }: { readonly value: string | undefined; readonly isSame: boolean }) {
  return (
    <td className={classNames('border-t border-line px-2 py-1.25', !isSame && 'bg-warn-soft')}>
      {value === undefined ? (
        <span className="text-ink-3">{words.missing}</span>
      ) : (
        <LongValue className="max-h-28">{value}</LongValue>
      )}
    </td>
  )
}
