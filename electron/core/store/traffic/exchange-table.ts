import type { Exchange, ExchangePage, ExchangePageRequest, ExchangeSummary } from '#shared/model/exchange.ts'

import type { Database } from '../database.ts'
import { packDetail, readSummary, readWhole, type Row, type WholeRow, writeRow } from './rows.ts'
import { buildConditions } from './selection.ts'
import { buildTags, withoutMarks } from './tags.ts'
import type { NewExchange, Selection } from './traffic-store.ts'

export interface ExchangeTable {
  insert(exchange: NewExchange, searchText: string): ExchangeSummary
  adopt(ids: readonly number[], signIn: string): void
  page(request: ExchangePageRequest): ExchangePage
  get(id: number): Exchange | undefined
  collect(selection: Selection, limit: number): readonly Exchange[]
  select(selection: Selection): readonly number[]
  oldest(limit: number): readonly { readonly id: number; readonly startedAt: number }[]
  remove(ids: readonly number[]): number
  /** In no time, however many there are. */
  removeAll(): number
  count(): number
}

const SUMMARY = `exchanges.id, sign_in, direction, started_at, duration, endpoint, grant_type, client_id, user, method, url, status, error`
const IDS = '(SELECT value FROM json_each(?))'

export function createExchangeTable(database: Database): ExchangeTable {
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
      const { from, id, where, values } = buildConditions(filter, { before, after })
      const order = after === undefined ? 'DESC' : 'ASC'
      const rows = database
        .prepare<unknown[], Row>(`SELECT ${SUMMARY} FROM ${from} ${where} ORDER BY ${id} ${order} LIMIT ?`)
        .all(...values, limit + 1)
      const items = rows.slice(0, limit).map(readSummary)
      return { items, ...(rows.length > limit && { next: items.at(-1)?.id }) }
    },
    get(id) {
      const row = whole.get(id)
      return row && readWhole(row)
    },
    collect(selection, limit) {
      const { from, id, where, values } = buildConditions(selection)
      return database
        .prepare<unknown[], WholeRow>(
          `SELECT ${SUMMARY}, detail FROM ${from} JOIN messages ON messages.id = exchanges.id ${where} ORDER BY ${id} LIMIT ?`,
        )
        .all(...values, limit)
        .map(readWhole)
    },
    select(selection) {
      const { from, where, values } = buildConditions(selection)
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
    count: () => count.get()?.count ?? 0,
  }
}
