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
  oldest(limit: number): readonly { readonly id: number; readonly startedAt: number }[]
  remove(ids: readonly number[]): number
  /** In no time, however many there are. */
  removeAll(): number
  newest(): number
  count(): number
  /** Without those that are withheld. */
  countShown(): number
}

const SUMMARY = `exchanges.id, sign_in, direction, started_at, duration, endpoint, grant_type, client_id, user, method, url, status, error`
const IDS = '(SELECT value FROM json_each(?))'

export function createExchangeTable(database: Database, withheld: Withheld): ExchangeTable {
  database.function(AT_ISSUER, { deterministic: true }, (url, issuer, port) =>
    Number(isIssuerAddress(String(url), { issuer: String(issuer), ports: { issuer: Number(port) } })),
  )
  const insertRow = database.prepare(
    `INSERT INTO exchanges (sign_in, direction, started_at, duration, endpoint, grant_type, client_id, user, method, url, status, error)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertMessage = database.prepare('INSERT INTO messages (id, detail) VALUES (?, ?)')
  const insertText = database.prepare('INSERT INTO exchange_text (rowid, text) VALUES (?, ?)')
  const whole = database.prepare<[number], WholeRow>('SELECT * FROM exchanges JOIN messages USING (id) WHERE id = ?')
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM exchanges')
  const oldest = database.prepare<[number], { id: number; startedAt: number }>(
    'SELECT id, started_at AS startedAt FROM exchanges ORDER BY id LIMIT ?',
  )
  const newest = database.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM exchanges')
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
    oldest: (limit) => oldest.all(limit),
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
