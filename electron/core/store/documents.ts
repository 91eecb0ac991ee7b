import type { Connection } from './connection.ts'

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
  remove(id: string): boolean
}

interface Shape {
  readonly table: 'clients' | 'apis' | 'users'
  readonly id: string
  readonly document: string
}

/** `created_at` stays what it was when a row is put again, and so does its place in the list. */
export function createDocuments(connection: Connection, { table, id, document }: Shape, now: () => number): Documents {
  const columns = `${id} AS id, ${document} AS document, origin, created_at AS createdAt, updated_at AS updatedAt`
  const one = connection.read<[id: string], DocumentRow>(`SELECT ${columns} FROM ${table} WHERE ${id} = ?`)
  const all = connection.read<[], DocumentRow>(`SELECT ${columns} FROM ${table} ORDER BY rowid`)
  const remove = connection.write<[id: string]>(`DELETE FROM ${table} WHERE ${id} = ?`)
  const put = connection.write<[id: string, document: string, origin: string, createdAt: number, updatedAt: number]>(`
    INSERT INTO ${table} (${id}, ${document}, origin, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (${id}) DO UPDATE SET
      ${document} = excluded.${document}, origin = excluded.origin, updated_at = excluded.updated_at`)

  return {
    get: (key) => one.get(key),
    list: () => all.all(),
    put(key, value, origin) {
      const time = now()
      put(key, JSON.stringify(value), origin, time, time)
    },
    remove: (key) => remove(key) > 0,
  }
}
