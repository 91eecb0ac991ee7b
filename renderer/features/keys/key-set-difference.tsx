import { Badge } from '../../components/badge.tsx'
import { classNames } from '../../components/class-names.ts'
import { TEXT } from './text.ts'

type Key = Readonly<Record<string, unknown>>

interface KeySetDifferenceProps {
  readonly before: readonly Key[]
  readonly after: readonly Key[]
}

const words = TEXT.dialog

/** What /jwks answers and what it would answer, key by key. */
export function KeySetDifference({ before, after }: KeySetDifferenceProps) {
  const kids = (keys: readonly Key[]) => new Set(keys.map(({ kid }) => kid))
  const [had, has] = [kids(before), kids(after)]
  const rows = [...after, ...before.filter(({ kid }) => !has.has(kid))]
  return (
    <table className="w-full table-fixed text-small">
      <caption className="pb-1 text-left font-semibold">{words.set}</caption>
      <colgroup>
        <col className="w-18" />
        <col className="w-18" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{words.columns.change}</th>
          <th scope="col">{words.columns.alg}</th>
          <th scope="col">{words.columns.kid}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-y border-line">
        {rows.map(({ kid, alg }) => {
          const change = !had.has(kid) ? 'appears' : has.has(kid) ? 'stays' : 'goes'
          return (
            <tr key={String(kid)} className={LOOKS[change]}>
              <td className="px-1.5 py-1">
                <Badge tone={TONES[change]}>{words[change]}</Badge>
              </td>
              <td className="px-1.5 py-1 font-mono">{String(alg)}</td>
              <td className={classNames('px-1.5 py-1 font-mono wrap-anywhere', change === 'goes' && 'line-through')}>
                {String(kid)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const LOOKS = { appears: 'bg-good-soft', goes: 'bg-bad-soft', stays: '' } as const
const TONES = { appears: 'good', goes: 'bad', stays: 'neutral' } as const
