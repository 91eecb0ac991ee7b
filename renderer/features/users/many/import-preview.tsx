import type { ImportedRow, ImportOutcome, UsersImport } from '#shared/contract/calls/users.ts'

import { Badge } from '../../../components/badge.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import type { Tone } from '../../../components/tone.ts'
import { TEXT } from '../text.ts'

const words = TEXT.import

/** More lines nobody reads; the counts are of all. */
const MOST_SHOWN = 100
/** What needs a look comes first. */
const ORDER: readonly ImportOutcome[] = ['refused', 'changed', 'added', 'kept', 'same']
const TONES: Readonly<Record<ImportOutcome, Tone>> = {
  refused: 'bad',
  changed: 'warn',
  added: 'good',
  kept: 'neutral',
  same: 'neutral',
}

export function ImportPreview({ result: { counts, rows } }: { readonly result: UsersImport }) {
  const sorted = ORDER.flatMap((wanted) => rows.filter(({ outcome }) => outcome === wanted))
  const shown = sorted.slice(0, MOST_SHOWN)
  const summary = ORDER.filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome].toLocaleString('en')} ${words.counts[outcome]}`)
    .join(', ')
  return (
    <section aria-label={words.preview} className="flex min-w-0 flex-col gap-1">
      <h3 className="font-semibold">{words.preview}</h3>
      <output className="text-ink-2">{summary}</output>
      <div className="-mx-3.5">
        <Table caption={words.preview} columns={COLUMNS} rows={shown} rowKey={({ index }) => String(index)} />
      </div>
      {sorted.length > shown.length && (
        <p className="text-small text-ink-3">{words.more(sorted.length - shown.length)}</p>
      )}
    </section>
  )
}

const CHANGES = ['changed', 'added', 'removed'] as const

const COLUMNS: readonly Column<ImportedRow>[] = [
  {
    key: 'user',
    title: words.columns.user,
    width: '32%',
    cell: ({ username, index }) =>
      username === undefined || username === '' ? (
        <span className="text-ink-3">{words.nameless(index + 1)}</span>
      ) : (
        <code className="text-small">{username}</code>
      ),
  },
  {
    key: 'outcome',
    title: words.columns.outcome,
    width: '6rem',
    cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{words.outcomes[outcome]}</Badge>,
  },
  {
    key: 'detail',
    title: words.columns.detail,
    cell: ({ findings, members }) => (
      <span className="block text-small wrap-anywhere whitespace-normal">
        {findings.map(({ path, message }) => (
          <span key={path + message} className="block">
            <code>{memberOf(path)}</code>: {message}
          </span>
        ))}
        {CHANGES.map((change) => (
          <Members
            key={change}
            title={words.changes[change]}
            members={members.filter((one) => one.change === change)}
          />
        ))}
      </span>
    ),
  },
]

interface MembersProps {
  readonly title: string
  readonly members: ImportedRow['members']
}

function Members({ title, members }: MembersProps) {
  if (members.length === 0) return null
  return (
    <span className="block">
      {title}: <code>{members.map(({ name }) => name).join(', ')}</code>
    </span>
  )
}

/** `users[3].claims.email` is of the line that it stands in. */
function memberOf(path: string): string {
  return path.replace(/^users\[\d+\]\.?/, '')
}
