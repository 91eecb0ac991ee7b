import { LongValue } from '../../../../components/long-value.tsx'
import { Badge } from '../../../../components/badge.tsx'
import type { Tone } from '../../../../components/tone.ts'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { compareAnswers, compareRequests, type SinceRow } from './since-before.ts'

const words = TEXT.since

interface SinceProps {
  readonly walk: Walk
  readonly half: 'request' | 'response'
}

/** What has changed since the message before this one. */
export function Since({ walk: { run, steps, index }, half }: SinceProps) {
  const since = half === 'request' ? compareRequests(run, index) : compareAnswers(run, index)
  if (since === undefined) return null
  const title = steps[since.index]?.title ?? ''
  const different = since.rows.filter(({ what }) => what !== 'same')
  const same = since.rows.filter(({ what }) => what === 'same').map(({ name }) => name)
  return (
    <details className="text-small">
      <summary className="w-fit rounded-sm font-semibold text-ink-2 hover:text-ink">
        {words.title(since.index + 1, different.length)}
      </summary>
      <p className="mt-1 text-ink-3">{words.against(title)}</p>
      <ul
        aria-label={words.list}
        className="mt-1.5 divide-y divide-line overflow-hidden rounded-lg border border-line empty:hidden"
      >
        {different.map((row) => (
          <Row key={row.name} row={row} origin={row.from === undefined ? undefined : steps[row.from]?.title} />
        ))}
      </ul>
      {same.length > 0 && (
        <p className="mt-1.5 text-ink-3">
          {words.same} <code className="wrap-anywhere">{same.join(', ')}</code>
        </p>
      )}
    </details>
  )
}

const TONES: Readonly<Record<SinceRow['what'], Tone>> = { new: 'good', changed: 'warn', same: 'neutral', gone: 'bad' }

interface RowProps {
  readonly row: SinceRow
  /** The title of the step that learnt the value. */
  readonly origin: string | undefined
}

function Row({ row: { name, what, before, after, from }, origin }: RowProps) {
  return (
    <li className="px-2.75 py-1.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-mono font-semibold">{name}</span>
        <Badge tone={TONES[what]}>{words.what[what]}</Badge>
        {origin !== undefined && from !== undefined && (
          <span className="text-ink-3">{words.from(from + 1, origin)}</span>
        )}
      </p>
      {before !== undefined && what === 'changed' && (
        <del className="block decoration-bad">
          <LongValue className="max-h-9 text-ink-3">{before}</LongValue>
        </del>
      )}
      {after !== undefined && <LongValue className="max-h-9 text-ink-2">{after}</LongValue>}
    </li>
  )
}
