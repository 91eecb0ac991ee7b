import type { Change, ComparedMember, Comparison } from '#shared/tokens/compare-tokens.ts'

import { Badge } from '../../../components/badge.tsx'
import { classNames } from '../../../components/class-names.ts'
import type { Tone } from '../../../components/tone.ts'
import { formatMoment } from '../../common/format-time.ts'
import { TEXT } from './text.ts'

interface ComparisonTableProps {
  readonly comparison: Comparison
  readonly isOnlyChanges: boolean
}

const TONES: Readonly<Record<Change, Tone>> = {
  same: 'neutral',
  added: 'good',
  removed: 'bad',
  changed: 'warn',
  time: 'accent',
}

/** One part of both tokens, member by member. */
export function ComparisonTable({ comparison: { name, part, members }, isOnlyChanges }: ComparisonTableProps) {
  const title = [name, TEXT.parts[part]].filter((word) => word !== undefined).join(' · ')
  const shown = isOnlyChanges ? members.filter(({ change }) => change !== 'same') : members
  if (shown.length === 0) return null
  return (
    <table className="w-full table-fixed border-b border-line text-small">
      <caption className="px-3.5 pt-3 pb-1 text-left font-semibold text-ink">{title}</caption>
      <colgroup className="max-sm:hidden">
        <col className="w-40" />
        <col />
        <col />
        <col className="w-28" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{TEXT.member}</th>
          <th scope="col">{TEXT.one}</th>
          <th scope="col">{TEXT.other}</th>
          <th scope="col">{TEXT.change}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {shown.map((member) => (
          <Row key={member.name} member={member} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ member: { name, one, other, change } }: { readonly member: ComparedMember }) {
  return (
    <tr className={classNames('align-top max-sm:grid', change === 'same' && 'text-ink-3')}>
      <th scope="row" className="w-36 py-1.5 pr-2 pl-3.5 text-left font-mono font-semibold wrap-anywhere">
        {name}
      </th>
      <Value name={name} value={one} look={change === 'removed' || change === 'changed' ? 'bg-bad-soft' : ''} />
      <Value name={name} value={other} look={change === 'added' || change === 'changed' ? 'bg-good-soft' : ''} />
      <td className="w-28 py-1.5 pr-3.5 pl-2 text-right max-sm:pb-2 max-sm:pl-3.5 max-sm:text-left">
        {change !== 'same' && <Badge tone={TONES[change]}>{TEXT.changes[change]}</Badge>}
      </td>
    </tr>
  )
}

function Value({ name, value, look }: { readonly name: string; readonly value: unknown; readonly look: string }) {
  return (
    <td className="px-2 py-1.5 wrap-anywhere max-sm:pl-3.5">
      {value === undefined ? (
        <span className="text-ink-3">{TEXT.absent}</span>
      ) : (
        <code className={classNames('rounded-xs', look)}>{readable(name, value)}</code>
      )}
    </td>
  )
}

const TIMES = new Set(['iat', 'exp', 'nbf', 'auth_time', 'updated_at'])

function readable(name: string, value: unknown): string {
  if (TIMES.has(name) && typeof value === 'number' && Math.abs(value) < 8.64e12)
    return `${value} (${formatMoment(value * 1000)})`
  return typeof value === 'string' ? value : JSON.stringify(value)
}
