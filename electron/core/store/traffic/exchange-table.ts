import type {
  Exchange,
  ExchangeOutline,
  ExchangeOutlineRequest,
  ExchangePage,
  ExchangePageRequest,
  ExchangeSummary,
  SignInSummary,
} from '#shared/model/exchange.ts'
import { isIssuerAddress } from '#shared/traffic/parties.ts'

import type { Database } from '../database.ts'
import { buildOutline, type OutlineRow } from './outline.ts'
import {
  packDetail,
  readSignIn,
  readSummary,
  readWhole,
  type Row,
  type SignInRow,
  type WholeRow,
  writeRow,
} from './rows.ts'
import { AT_ISSUER, buildConditions, type Selection } from './selection.ts'
import { buildTags, withoutMarks } from './tags.ts'
import type { NewExchange } from './traffic-store.ts'
import type { Withheld } from './withheld.ts'

export interface ExchangeTable {
  insert(exchange: NewExchange, searchText: string): ExchangeSummary
  adopt(ids: readonly number[], signIn: string): void
  page(request: ExchangePageRequest & Selection): ExchangePage
  outline(request: ExchangeOutlineRequest & Selection): ExchangeOutline
  signIns(signIns: readonly string[]): readonly SignInSummary[]
  get(id: number): Exchange | undefined
  collect(selection: Selection, limit: number): readonly Exchange[]
  select(selection: Selection): readonly number[]
  /** Other text to be found by comes with another note. */
  annotate(exchange: Exchange, searchText: string): void
  /** The first that came, of those that leave by themselves. */
  oldest(limit: number): readonly number[]
  /** Those that began before a moment. What was imported is older than its coming, and leaves by count alone. */
  beganBefore(time: number, limit: number): readonly number[]
  remove(ids: readonly number[]): number
  /** In no time, however many there are. */
  removeAll(): number
  newest(): number
  count(): number
  /** Without those that are withheld. */
  countShown(): number
}

const SUMMARY = `exchanges.id, sign_in, direction, started_at, duration, endpoint, grant_type, client_id, user, method, url, status, error, mark, pinned, note`
const IDS = '(SELECT value FROM json_each(?))'

export function createExchangeTable(database: Database, withheld: Withheld): ExchangeTable {
  database.function(AT_ISSUER, { deterministic: true }, (url, issuer, port) =>
    Number(isIssuerAddress(String(url), { issuer: String(issuer), ports: { issuer: Number(port) } })),
  )
  const insertRow = database.prepare(
    `INSERT INTO exchanges (sign_in, direction, started_at, duration, endpoint, grant_type, client_id, user, method, url, status, error, mark, pinned, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertMessage = database.prepare('INSERT INTO messages (id, detail) VALUES (?, ?)')
  const insertText = database.prepare('INSERT INTO exchange_text (rowid, text) VALUES (?, ?)')
  const whole = database.prepare<[number], WholeRow>('SELECT * FROM exchanges JOIN messages USING (id) WHERE id = ?')
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM exchanges')
  const oldest = database.prepare<[number], { id: number }>(
    'SELECT id FROM exchanges WHERE pinned IS NULL ORDER BY id LIMIT ?',
  )
  const newest = database.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM exchanges')
  const beganBefore = database.prepare<[number, number], { id: number }>(
    `SELECT id FROM exchanges WHERE started_at < ? AND pinned IS NULL
       AND (mark IS NULL OR json_extract(mark, '$.kind') <> 'imported') ORDER BY started_at LIMIT ?`,
  )
  const annotate = database.prepare('UPDATE exchanges SET pinned = ?, note = ? WHERE id = ?')
  const replaceText = database.prepare('INSERT OR REPLACE INTO exchange_text (rowid, text) VALUES (?, ?)')
  const adopt = database.prepare(`UPDATE exchanges SET sign_in = ? WHERE sign_in IS NULL AND id IN ${IDS}`)
  const removals = [
    database.prepare(`DELETE FROM exchange_text WHERE rowid IN ${IDS}`),
    database.prepare(`DELETE FROM messages WHERE id IN ${IDS}`),
    database.prepare(`DELETE FROM exchanges WHERE id IN ${IDS}`),
  ]

  return {
    insert(exchange, searchText) {
      const { request: _request, response: _response, handover: _handover, remote: _remote, ...summary } = exchange
      const { lastInsertRowid } = insertRow.run(...writeRow(exchange))
      insertMessage.run(lastInsertRowid, packDetail(exchange))
      insertText.run(lastInsertRowid, `${withoutMarks(searchText)} ${buildTags(exchange)}`)
      return { id: Number(lastInsertRowid), ...summary }
    },
    adopt: (ids, signIn) => void adopt.run(signIn, JSON.stringify(ids)),
    page({ before, after, limit, ...filter }) {
      const { from, id, where, values } = buildConditions(filter, { before, after }, withheld.conditions)
      const order = after === undefined ? 'DESC' : 'ASC'
      const rows = database
        .prepare<unknown[], Row>(`SELECT ${SUMMARY} FROM ${from} ${where} ORDER BY ${id} ${order} LIMIT ?`)
        .all(...values, limit + 1)
      const items = rows.slice(0, limit).map(readSummary)
      return { items, ...(rows.length > limit && { next: items.at(-1)?.id }) }
    },
    outline({ before, limit, ...filter }) {
      const { from, id, where, values } = buildConditions(filter, { before }, withheld.conditions)
      const rows = database
        .prepare<unknown[], OutlineRow>(
          `SELECT exchanges.id, sign_in, error IS NOT NULL FROM ${from} ${where} ORDER BY ${id} DESC LIMIT ?`,
        )
        .raw()
        .all(...values, limit + 1)
      return buildOutline(rows, limit)
    },
    signIns(signIns) {
      const only = withheld.conditions('id').map(([sql]) => ` AND ${sql}`)
      const bounds = withheld.conditions('id').flatMap(([, ...values]) => values)
      return database
        .prepare<unknown[], SignInRow>(
          `SELECT sign_in, min(started_at) AS started_at, max(started_at + coalesce(duration, 0)) AS ended_at,
             max(client_id) AS client_id, max(user) AS user,
             max(endpoint = 'token' AND status = 200) AS has_tokens,
             max(CASE WHEN error IS NOT NULL THEN printf('%020d', id) || error END) AS last_error
           FROM exchanges WHERE sign_in IN ${IDS}${only.join('')} GROUP BY sign_in`,
        )
        .all(JSON.stringify(signIns), ...bounds)
        .map(readSignIn)
    },
    get(id) {
      const row = withheld.has(id) ? undefined : whole.get(id)
      return row && readWhole(row)
    },
    collect(selection, limit) {
      const { from, id, where, values } = buildConditions(selection, {}, withheld.conditions)
      return database
        .prepare<unknown[], WholeRow>(
          `SELECT ${SUMMARY}, detail FROM ${from} JOIN messages ON messages.id = exchanges.id ${where} ORDER BY ${id} LIMIT ?`,
        )
        .all(...values, limit)
        .map(readWhole)
    },
    select(selection) {
      const { from, where, values } = buildConditions(selection, {}, withheld.conditions)
      const rows = database
        .prepare<unknown[], { id: number }>(`SELECT exchanges.id FROM ${from} ${where}`)
        .all(...values)
      return rows.map(({ id }) => id)
    },
    annotate(exchange, searchText) {
      annotate.run(exchange.pinned === true ? 1 : null, exchange.note ?? null, exchange.id)
      replaceText.run(exchange.id, `${withoutMarks(searchText)} ${buildTags(exchange)}`)
    },
    oldest: (limit) => oldest.all(limit).map(({ id }) => id),
    beganBefore: (time, limit) => beganBefore.all(time, limit).map(({ id }) => id),
    remove(ids) {
      if (ids.length === 0) return 0
      const json = JSON.stringify(ids)
      return removals.map((statement) => statement.run(json).changes).at(-1) ?? 0
    },
    removeAll() {
      database.exec(`INSERT INTO exchange_text (exchange_text) VALUES ('delete-all'); DELETE FROM messages`)
      return database.prepare('DELETE FROM exchanges').run().changes
    },
    newest: () => newest.get()?.id ?? 0,
    count: () => count.get()?.count ?? 0,
    countShown() {
      const { where, values } = buildConditions({}, {}, withheld.conditions)
      return (
        database
          .prepare<unknown[], { count: number }>(`SELECT count(*) AS count FROM exchanges ${where}`)
          .get(...values)?.count ?? 0
      )
    },
  }
}
