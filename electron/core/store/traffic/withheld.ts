import type { Database, Value } from '../database.ts'

/** A condition of SQL with what stands in it. */
export type Condition = readonly [sql: string, ...values: readonly Value[]]

/**
 * Exchanges that somebody has deleted and may want back for a moment: they are in the file, and in no answer. Which they
 * are is known to this process alone, so that nothing has to be written to take them back, and a list of any length goes
 * in no time.
 */
export interface Withheld {
  /** What lets only those through that are not withheld; none, as long as none are. */
  conditions(id: string): readonly Condition[]
  has(id: number): boolean
  isAny(): boolean
  /** All up to this id. Gives a number to speak of them by. */
  addUpTo(id: number): number
  add(ids: readonly number[]): number
  /** They are in the answers again, or gone for good. */
  release(batch: number): void
  /** Of one batch, the oldest first; undefined when there is no such batch. */
  read(batch: number, limit: number): readonly number[] | undefined
  batches(): readonly number[]
  clear(): void
}

export function createWithheld(database: Database): Withheld {
  database.exec('CREATE TEMP TABLE withheld (id INTEGER PRIMARY KEY, batch INTEGER NOT NULL) STRICT')
  const insert = database.prepare('INSERT OR IGNORE INTO withheld (id, batch) SELECT value, ? FROM json_each(?)')
  const find = database.prepare<[number], { id: number }>('SELECT id FROM withheld WHERE id = ?')
  const remove = database.prepare('DELETE FROM withheld WHERE batch = ?')
  const readIds = database.prepare<[number, number], { id: number }>(
    'SELECT exchanges.id FROM withheld JOIN exchanges USING (id) WHERE batch = ? ORDER BY id LIMIT ?',
  )
  const readUpTo = database.prepare<[number, number], { id: number }>(
    'SELECT id FROM exchanges WHERE id <= ? ORDER BY id LIMIT ?',
  )
  /** By batch: everything up to an id, or the rows of the table. */
  const batches = new Map<number, { readonly upTo?: number }>()
  let last = 0

  function highest(): number {
    return Math.max(0, ...[...batches.values()].map(({ upTo = 0 }) => upTo))
  }

  function addBatch(batch: { readonly upTo?: number }): number {
    batches.set((last += 1), batch)
    return last
  }

  return {
    conditions(id) {
      if (batches.size === 0) return []
      const hasIds = [...batches.values()].some(({ upTo }) => upTo === undefined)
      return [[`${id} > ?`, highest()], ...(hasIds ? [[`${id} NOT IN (SELECT id FROM withheld)`] as const] : [])]
    },
    has: (id) => batches.size > 0 && (id <= highest() || find.get(id) !== undefined),
    isAny: () => batches.size > 0,
    addUpTo: (upTo) => addBatch({ upTo }),
    add(ids) {
      const batch = addBatch({})
      insert.run(batch, JSON.stringify(ids))
      return batch
    },
    release(batch) {
      batches.delete(batch)
      remove.run(batch)
    },
    read(batch, limit) {
      const known = batches.get(batch)
      if (known === undefined) return undefined
      const rows = known.upTo === undefined ? readIds.all(batch, limit) : readUpTo.all(known.upTo, limit)
      return rows.map(({ id }) => id)
    },
    batches: () => [...batches.keys()],
    clear() {
      batches.clear()
      database.exec('DELETE FROM withheld')
    },
  }
}
