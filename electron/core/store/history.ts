/**
 * What was changed, by which door, and how it was before, so that it can be put back. Changes are noted in the
 * transaction that makes them. What a start seeds is not noted, and neither is what oidc-provider keeps for itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

import type { Door } from '#shared/model/history.ts'

import type { Connection } from './connection.ts'
import { trueTime } from './true-time.ts'
import { isObject, isText, parseJson } from './stored-json.ts'

/** Under what changes are noted; those with one batch are one deed. */
export interface Heading {
  readonly batch: string
  readonly door: Door
  /** The call's name; empty where none was made. */
  readonly call: string
}

export type NotedKind = 'clients' | 'apis' | 'users' | 'keys' | 'settings' | 'scenarios' | 'records'

/** `before` and `after` are the rows as they are stored, as JSON; nothing where there was none. */
export interface NotedChange {
  readonly kind: NotedKind
  readonly entity: string
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface HistoryRow extends NotedChange, Heading {
  readonly id: number
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface HistoryPage {
  /** Only deeds older than this one. */
  readonly before?: string | undefined
  readonly kind?: NotedKind | undefined
  readonly entity?: string | undefined
  readonly door?: Door | undefined
  /** What an id has in it, whatever its case. */
  readonly search?: string | undefined
  readonly limit: number
}

export interface HistoryTable {
  /** Whatever is changed in the course of the work is one deed. */
  during<Result>(heading: Omit<Heading, 'batch'>, work: () => Result): Result
  /** Of the deed that is under way. */
  batch(): string | undefined
  /** Deeds, newest first. */
  listBatches(page: HistoryPage): readonly string[]
  /** In the order in which they were made. */
  ofBatch(batch: string): readonly HistoryRow[]
  /** Without reading all that it changed; undefined where it changed nothing. */
  summary(batch: string): BatchSummary | undefined
  /** The first entities that it changed. */
  firstParts(batch: string, limit: number): readonly HistoryRow[]
  /** The batch of the deed that is being done. */
  current(): string | undefined
}

export interface BatchSummary extends Heading {
  readonly at: number
  /** Entities. */
  readonly count: number
  /** Tokens, grants and sessions that it ended. */
  readonly records: number
}

/** What the tables need of it. */
export interface HistoryNotes {
  /** Whether a change is noted; reading what was there before is spared otherwise. */
  isNoting(origin?: string): boolean
  note(change: NotedChange, origin?: string): void
  /** Something that was noted was put back without being a change of its own. */
  touch(): void
}

/** Rows that are kept; whole deeds go, the oldest first. */
const MOST_ROWS = 5000

const SELF_MADE: Readonly<Record<string, Door>> = { dynamic: 'registration', permissive: 'permissive' }

interface Row {
  readonly id: number
  readonly batch: string
  readonly at: number
  readonly door: Door
  readonly call: string
  readonly kind: NotedKind
  readonly entity: string
  readonly before: string | null
  readonly after: string | null
}

type Values = [
  batch: string,
  at: number,
  door: string,
  call: string,
  kind: string,
  entity: string,
  before: string | null,
  after: string | null,
]

export function createHistory(connection: Connection, noteTable: () => void): HistoryTable & HistoryNotes {
  const headings = new AsyncLocalStorage<Heading>()
  const insert = connection.write<Values>(
    'INSERT INTO history (batch, at, door, call, kind, entity, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const prune = connection.write<[most: number]>(`
    DELETE FROM history WHERE batch IN (
      SELECT batch FROM history GROUP BY batch HAVING max(id) <= (SELECT max(id) FROM history) - ?)`)
  const rows = connection.read<[batch: string], Row>('SELECT * FROM history WHERE batch = ? ORDER BY id')
  const batches = connection.read<(string | number | null)[], { readonly batch: string }>(`
    SELECT batch FROM history
    WHERE (? IS NULL OR kind = ?) AND (? IS NULL OR entity = ?) AND (? IS NULL OR door = ?)
      AND (? IS NULL OR (kind <> 'records' AND instr(lower(entity), lower(?)) > 0))
    GROUP BY batch
    HAVING ? IS NULL OR min(id) < (SELECT min(id) FROM history WHERE batch = ?)
    ORDER BY min(id) DESC LIMIT ?`)
  const firstParts = connection.read<[batch: string, limit: number], Row>(
    "SELECT * FROM history WHERE batch = ? AND kind <> 'records' ORDER BY id LIMIT ?",
  )
  const summary = connection.read<[batch: string], BatchSummary>(`
    SELECT batch, min(at) AS at, door, call,
      count(DISTINCT CASE WHEN kind <> 'records' THEN kind || ' ' || entity END) AS count,
      coalesce(sum(CASE WHEN kind = 'records' THEN json_array_length(before) END), 0) AS records
    FROM history WHERE batch = ? GROUP BY batch`)
  let lastBatch: string | undefined

  function headingFor(origin: string | undefined): Heading | undefined {
    const door = origin === undefined ? undefined : SELF_MADE[origin]
    return headings.getStore() ?? (door && { door, call: '', batch: randomUUID() })
  }

  function note({ kind, entity, before, after }: NotedChange, origin?: string): void {
    const heading = headingFor(origin)
    if (heading === undefined || isSame(before, after)) return
    insert(heading.batch, trueTime(), heading.door, heading.call, kind, entity, before ?? null, after ?? null)
    noteTable()
    if (heading.batch === lastBatch) return
    lastBatch = heading.batch
    prune(MOST_ROWS)
  }

  return {
    isNoting: (origin) => headings.getStore() !== undefined || Object.hasOwn(SELF_MADE, origin ?? ''),
    note,
    touch: noteTable,
    batch: () => headings.getStore()?.batch,
    during: (heading, work) => headings.run({ ...heading, batch: randomUUID() }, work),
    listBatches: ({ before = null, kind = null, entity = null, door = null, search = null, limit }) =>
      batches
        .all(kind, kind, entity, entity, door, door, search, search, before, before, limit)
        .map(({ batch }) => batch),
    ofBatch: (batch) => rows.all(batch).map(readRow),
    summary: (batch) => summary.get(batch),
    firstParts: (batch, limit) => firstParts.all(batch, limit).map(readRow),
    current: () => headings.getStore()?.batch,
  }
}

function readRow(row: Row): HistoryRow {
  return { ...row, before: row.before ?? undefined, after: row.after ?? undefined }
}

/** When it was written does not count, nor in which order its members stand. */
export function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one === other || isDeepStrictEqual(contentOf(one), contentOf(other))
}

function contentOf(text: string): unknown {
  const value = parseJson(text)
  if (!isObject(value)) return value
  const { updatedAt: _updatedAt, document, ...rest } = value
  return { ...rest, ...(isText(document) && { document: parseJson(document) }) }
}
