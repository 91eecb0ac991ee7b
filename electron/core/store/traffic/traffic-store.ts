/** Recorded traffic, in a file of its own: it is written by another thread, and must never make a token wait. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

import type {
  Exchange,
  ExchangeError,
  ExchangeFilter,
  ExchangePage,
  ExchangePageRequest,
  ExchangeSummary,
  RecorderStats,
  Retention,
} from '#shared/model/exchange.ts'

import { configureDatabase, type Database, openDatabase } from '../database.ts'
import { assertOurs, markAsOurs } from '../file-header.ts'
import { migrate } from '../migrate.ts'
import { TRAFFIC_MIGRATIONS } from './migrations.ts'
import { buildConditions } from './selection.ts'

export type NewExchange = Omit<Exchange, 'id'>
export type Selection = ExchangeFilter & { readonly ids?: readonly number[] | undefined }

export interface TrafficStore {
  /** One transaction for all that is done inside. */
  batch<Result>(work: () => Result): Result
  insert(exchange: NewExchange, searchText: string): ExchangeSummary
  findSignIn(key: string): string | undefined
  rememberKey(key: string, signIn: string, now: number): void
  countDropped(count: number): void
  page(request: ExchangePageRequest): ExchangePage
  get(id: number): Exchange | undefined
  collect(selection: Selection, limit: number): readonly Exchange[]
  remove(selection: Selection): number
  /** Removes what is too old or too many, at most `limit` at once; says how many. */
  expire(retention: Retention, now: number, limit: number): number
  stats(): RecorderStats
  close(): void
}

interface Row {
  readonly id: number
  readonly sign_in: string | null
  readonly direction: 'in' | 'out'
  readonly started_at: number
  readonly duration: number | null
  readonly endpoint: Exchange['endpoint']
  readonly grant_type: string | null
  readonly client_id: string | null
  readonly user: string | null
  readonly method: string
  readonly url: string
  readonly status: number | null
  readonly error: string | null
}

const SUMMARY =
  'id, sign_in, direction, started_at, duration, endpoint, grant_type, client_id, user, method, url, status, error'
const KEYS_KEPT = 30 * 24 * 3600
/** Small bodies dominate: the fastest level already halves them. */
const COMPRESSION = { level: 1 }

export function openTrafficStore(file: string | undefined): TrafficStore {
  const database = openTrafficDatabase(file)
  const insertRow = database.prepare(
    `INSERT INTO exchanges (sign_in, direction, started_at, duration, endpoint, grant_type, client_id, user, method, url, status, error, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertText = database.prepare('INSERT INTO exchange_text (rowid, text) VALUES (?, ?)')
  const findKey = database.prepare<[string], { sign_in: string }>('SELECT sign_in FROM sign_in_keys WHERE key = ?')
  const putKey = database.prepare(
    'INSERT INTO sign_in_keys (key, sign_in, seen_at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const count = database.prepare(
    'INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value',
  )
  const readCounter = database.prepare<[string], { value: number }>('SELECT value FROM counters WHERE name = ?')
  const whole = database.prepare<[number], Row & { detail: Buffer }>('SELECT * FROM exchanges WHERE id = ?')
  const total = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM exchanges')

  function removeIds(ids: readonly number[]): number {
    const json = JSON.stringify(ids)
    database.prepare('DELETE FROM exchange_text WHERE rowid IN (SELECT value FROM json_each(?))').run(json)
    return database.prepare('DELETE FROM exchanges WHERE id IN (SELECT value FROM json_each(?))').run(json).changes
  }

  function selectIds(selection: Selection): number[] {
    const { where, values } = buildConditions(selection)
    return database
      .prepare<unknown[], { id: number }>(`SELECT id FROM exchanges ${where}`)
      .all(...values)
      .map(({ id }) => id)
  }

  return {
    batch: (work) => database.transaction(work).immediate(),
    insert(exchange, searchText) {
      const { request, response, handover, remote, ...summary } = exchange
      const detail = deflateRawSync(JSON.stringify({ request, response, handover, remote }), COMPRESSION)
      const { lastInsertRowid } = insertRow.run(
        exchange.signIn ?? null,
        exchange.direction,
        exchange.startedAt,
        exchange.duration ?? null,
        exchange.endpoint,
        exchange.grantType ?? null,
        exchange.client_id ?? null,
        exchange.user ?? null,
        exchange.method,
        exchange.url,
        exchange.status ?? null,
        exchange.error === undefined ? null : JSON.stringify(exchange.error),
        detail,
      )
      insertText.run(lastInsertRowid, searchText)
      count.run('recorded', 1)
      return { id: Number(lastInsertRowid), ...summary }
    },
    findSignIn: (key) => findKey.get(key)?.sign_in,
    rememberKey: (key, signIn, now) => void putKey.run(key, signIn, now),
    countDropped: (dropped) => void count.run('dropped', dropped),
    page({ before, after, limit, ...filter }) {
      const { where, values } = buildConditions(filter, [
        ...(before === undefined ? [] : [['id < ?', before] as const]),
        ...(after === undefined ? [] : [['id > ?', after] as const]),
      ])
      const order = after === undefined ? 'DESC' : 'ASC'
      const rows = database
        .prepare<unknown[], Row>(`SELECT ${SUMMARY} FROM exchanges ${where} ORDER BY id ${order} LIMIT ?`)
        .all(...values, limit + 1)
      const items = rows.slice(0, limit).map(readSummary)
      return { items, ...(rows.length > limit && { next: items.at(-1)?.id }) }
    },
    get(id) {
      const row = whole.get(id)
      return row && readWhole(row)
    },
    collect(selection, limit) {
      const { where, values } = buildConditions(selection)
      return database
        .prepare<unknown[], Row & { detail: Buffer }>(`SELECT * FROM exchanges ${where} ORDER BY id LIMIT ?`)
        .all(...values, limit)
        .map(readWhole)
    },
    remove: (selection) => database.transaction(() => removeIds(selectIds(selection))).immediate(),
    expire({ maxCount, maxAge }, now, limit) {
      const surplus = Math.max(0, (total.get()?.count ?? 0) - maxCount)
      const oldest = database
        .prepare<[number, number, number], { id: number }>(
          `SELECT id FROM (SELECT id, started_at, row_number() OVER (ORDER BY id) AS place FROM (SELECT id, started_at FROM exchanges ORDER BY id LIMIT ?))
           WHERE place <= ? OR started_at < ?`,
        )
        .all(limit, surplus, (now - maxAge) * 1000)
      return database
        .transaction(() => {
          const removed = removeIds(oldest.map(({ id }) => id))
          if (removed > 0) count.run('expired', removed)
          database.prepare('DELETE FROM sign_in_keys WHERE seen_at < ?').run(now - KEYS_KEPT)
          return removed
        })
        .immediate()
    },
    stats: () => ({
      stored: total.get()?.count ?? 0,
      recorded: readCounter.get('recorded')?.value ?? 0,
      dropped: readCounter.get('dropped')?.value ?? 0,
      expired: readCounter.get('expired')?.value ?? 0,
    }),
    close() {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

function openTrafficDatabase(file: string | undefined): Database {
  if (file !== undefined) assertOurs(file, TRAFFIC_MIGRATIONS)
  const database = openDatabase(file, undefined)
  if (file !== undefined) markAsOurs(database)
  configureDatabase(database)
  migrate(database, file ?? 'The recording in memory', TRAFFIC_MIGRATIONS)
  return database
}

function readSummary(row: Row): ExchangeSummary {
  return {
    id: row.id,
    direction: row.direction,
    startedAt: row.started_at,
    endpoint: row.endpoint,
    method: row.method,
    url: row.url,
    ...(row.sign_in !== null && { signIn: row.sign_in }),
    ...(row.duration !== null && { duration: row.duration }),
    ...(row.grant_type !== null && { grantType: row.grant_type }),
    ...(row.client_id !== null && { client_id: row.client_id }),
    ...(row.user !== null && { user: row.user }),
    ...(row.status !== null && { status: row.status }),
    ...(row.error !== null && { error: JSON.parse(row.error) as ExchangeError }),
  }
}

function readWhole(row: Row & { readonly detail: Buffer }): Exchange {
  const detail = JSON.parse(inflateRawSync(row.detail).toString('utf8')) as Pick<Exchange, 'request' | 'response'>
  return { ...readSummary(row), ...detail }
}
