import type { TableContext } from './table-context.ts'

/** A row of a table whose entity is kept whole, as JSON. */
export interface DocumentRow {
  readonly id: string
  readonly document: string
  readonly origin: string
  readonly createdAt: number
  readonly updatedAt: number
}

export interface Documents {
  get(id: string): DocumentRow | undefined
  list(): readonly DocumentRow[]
  put(id: string, document: object, origin: string): void
  /** As it was, its times included. */
  restore(row: DocumentRow): void
  remove(id: string): boolean
}

interface Shape {
  readonly table: 'clients' | 'apis' | 'users' | 'scenarios'
  readonly id: string
  readonly document: string
}

/** `created_at` stays what it was when a row is put again, and so does its place in the list. */
export function createDocuments(
  { connection, history, now }: Pick<TableContext, 'connection' | 'history' | 'now'>,
  { table, id, document }: Shape,
): Documents {
  const columns = `${id} AS id, ${document} AS document, origin, created_at AS createdAt, updated_at AS updatedAt`
  const one = connection.read<[id: string], DocumentRow>(`SELECT ${columns} FROM ${table} WHERE ${id} = ?`)
  const all = connection.read<[], DocumentRow>(`SELECT ${columns} FROM ${table} ORDER BY rowid`)
  const remove = connection.write<[id: string]>(`DELETE FROM ${table} WHERE ${id} = ?`)
  const put = connection.write<[id: string, document: string, origin: string, createdAt: number, updatedAt: number]>(`
    INSERT INTO ${table} (${id}, ${document}, origin, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (${id}) DO UPDATE SET
      ${document} = excluded.${document}, origin = excluded.origin, updated_at = excluded.updated_at`)

  function noting<Result>(key: string, origin: string | undefined, work: () => Result): Result {
    if (!history.isNoting(origin)) return work()
    const before = one.get(key)
    const result = work()
    history.note({ kind: table, entity: key, before: textOf(before), after: textOf(one.get(key)) }, origin)
    return result
  }

  return {
    get: (key) => one.get(key),
    list: () => all.all(),
    put(key, value, origin) {
      const time = now()
      noting(key, origin, () => put(key, JSON.stringify(value), origin, time, time))
    },
    restore: ({ id: key, document: text, origin, createdAt, updatedAt }) =>
      void noting(key, origin, () => put(key, text, origin, createdAt, updatedAt)),
    remove: (key) => noting(key, one.get(key)?.origin, () => remove(key)) > 0,
  }
}

function textOf(row: DocumentRow | undefined): string | undefined {
  return row === undefined ? undefined : JSON.stringify(row)
}
