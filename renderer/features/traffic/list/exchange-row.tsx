import { Pin } from 'lucide-react'
import { memo, type ReactNode } from 'react'

import type { ExchangeRow as Row } from '#shared/model/exchange.ts'

import { classNames } from '../../../components/class-names.ts'
import type { KnownRow } from '../../../stores/traffic/create-traffic.ts'
import { Outcome, Parties } from '../../common/exchange-marks.tsx'
import { formatClock, formatTook } from '../../common/format-time.ts'
import { shortAddress } from '../../common/read-address.ts'
import type { RunningProgram } from '../../common/use-program.ts'
import type { ColumnId, FittedColumns } from './columns.ts'
import { Hits } from './hits.tsx'
import { TEXT } from './text.ts'

export const ROW_LOOK = 'grid h-full items-center gap-x-2 pr-3 pl-7'

interface ExchangeRowProps {
  /** Undefined while it is on its way. */
  readonly row: KnownRow | undefined
  readonly fitted: FittedColumns
  readonly words: string
  readonly program: RunningProgram | undefined
}

export const ExchangeRow = memo(function ExchangeRow({ row, fitted, words, program }: ExchangeRowProps) {
  if (row === undefined) return <Unknown text={TEXT.rowLoading} isHidden />
  if (row === 'gone') return <Unknown text={TEXT.gone} />
  return (
    <div className={ROW_LOOK} style={{ gridTemplateColumns: fitted.template }}>
      {fitted.columns.map(({ id, isAtEnd = false }) => (
        <span key={id} className={classNames(LOOKS[id], isAtEnd && 'text-right')}>
          {CELLS[id]({ row, words, program })}
        </span>
      ))}
    </div>
  )
})

function Unknown({ text, isHidden = false }: { readonly text: string; readonly isHidden?: boolean }) {
  return (
    <div className="flex h-full items-center pr-3 pl-7 text-small text-ink-3">
      {isHidden ? <span className="h-2 w-2/5 rounded-sm bg-line" /> : text}
      {isHidden && <span className="sr-only">{text}</span>}
    </div>
  )
}

interface Cell {
  readonly row: Row
  readonly words: string
  readonly program: RunningProgram | undefined
}

const MONO = 'truncate font-mono text-small'

const LOOKS: Readonly<Record<ColumnId, string>> = {
  time: 'whitespace-nowrap font-mono text-small text-ink-3',
  parties: '',
  method: `${MONO} font-bold text-ink-2`,
  address: MONO,
  client: `${MONO} text-ink-2`,
  user: `${MONO} text-ink-2`,
  endpoint: 'truncate text-small text-ink-2',
  grant: `${MONO} text-ink-2`,
  status: 'grid',
  took: `${MONO} text-ink-3`,
  error: `${MONO} text-bad`,
}

const CELLS: Readonly<Record<ColumnId, (cell: Cell) => ReactNode>> = {
  time: ({ row }) => formatClock(row.startedAt),
  parties: ({ row, program }) => <Parties exchange={row} program={program} />,
  method: ({ row }) => row.method,
  address: Address,
  client: ({ row, words }) => mark(row.client_id, words),
  user: ({ row, words }) => mark(row.user, words),
  endpoint: ({ row }) => row.endpoint.replaceAll('_', ' '),
  grant: ({ row, words }) => mark(row.grantType, words),
  status: ({ row }) => <Outcome status={row.status} />,
  took: ({ row }) => row.duration !== undefined && formatTook(row.duration),
  error: ({ row, words }) => mark(row.error?.code, words),
}

/** What was found elsewhere in the exchange stands beside its address. */
function Address({ row, words, program }: Cell) {
  const address = shortAddress(row.url, program)
  if (row.pinned === true || row.mark !== undefined || row.note !== undefined)
    return <Remarked row={row} address={address} words={words} />
  if (row.excerpt === undefined) return mark(address, words)
  return (
    <span className="flex min-w-0 gap-2">
      <span className="max-w-1/2 flex-none truncate">{mark(address, words)}</span>
      <span className="min-w-0 truncate font-sans text-ink-3">{mark(row.excerpt, words)}</span>
    </span>
  )
}

/** One that a person has pinned, written to, sent again or brought along. */
function Remarked({ row, address, words }: { readonly row: Row; readonly address: string; readonly words: string }) {
  const { pinned, note, mark: origin } = row
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {pinned === true && <Pin className="size-3.5 flex-none text-accent" aria-label={TEXT.pinned} />}
      <span className="truncate">{mark(address, words)}</span>
      {origin !== undefined && <span className="flex-none font-sans text-ink-3">{TEXT.origins[origin.kind]}</span>}
      {note !== undefined && <span className="min-w-0 truncate font-sans text-ink-3">{mark(note, words)}</span>}
    </span>
  )
}

/** Most lists are not searched, and a row that scrolls by should be made of as little as can be. */
function mark(text: string | undefined, words: string): ReactNode {
  return text === undefined || words === '' ? text : <Hits text={text} words={words} />
}
