import type { Connection, Read } from './connection.ts'
import type { Value } from './database.ts'
import type { HistoryNotes } from './history.ts'
import { isObject, parseJson } from './stored-json.ts'

type Condition = 'model = ? AND id = ?' | 'grant_id = ?' | 'model = ? AND payload ->> ? = ?'

const COLUMNS = ['model', 'id', 'payload', 'grant_id', 'user_code', 'uid', 'expires_at', 'consumed_at'] as const

type Column = (typeof COLUMNS)[number]
type RemovedRow = Readonly<Record<Column, string | number | null>>

/** Of one deed no more than these are kept: what was revoked beyond them stays revoked. */
const MOST_NOTED = 20_000

/** Tokens, grants and sessions that go with an entity, so that they come back when it is put back. */
export function createRemovedRecords(connection: Connection, history: HistoryNotes, now: () => number) {
  const reads = new Map<Condition, Read<Value[], RemovedRow>>()
  const insert = connection.write<(string | number | null)[]>(
    `INSERT INTO records (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
  )

  /** Prepared when the first is needed: in most starts nothing is revoked by hand. */
  function readWhere(condition: Condition): Read<Value[], RemovedRow> {
    const read =
      reads.get(condition) ??
      connection.read<Value[], RemovedRow>(
        `SELECT ${COLUMNS.join(', ')} FROM records WHERE ${condition} LIMIT ${MOST_NOTED}`,
      )
    reads.set(condition, read)
    return read
  }

  return {
    noteRemoved(condition: Condition, ...values: readonly string[]): void {
      if (!history.isNoting()) return
      const rows = readWhere(condition).all(...values)
      if (rows.length === 0) return
      history.note({ kind: 'records', entity: values.join(' '), before: JSON.stringify(rows), after: undefined })
    },
    restore(noted: string): number {
      const rows: unknown = parseJson(noted)
      if (!Array.isArray(rows)) return 0
      const restored = rows
        .filter(isLive)
        .reduce((sum, row) => sum + insert(...COLUMNS.map((column) => row[column])), 0)
      // Whoever shows sessions and grants asks again when something has been done.
      if (restored > 0) history.touch()
      return restored
    },
  }

  function isLive(row: unknown): row is RemovedRow {
    if (!isObject(row)) return false
    const { expires_at: expiresAt } = row
    return typeof expiresAt !== 'number' || expiresAt > now()
  }
}
