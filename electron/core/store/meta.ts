import type { Connection } from './connection.ts'

/** Single values that belong to the whole file. */
export interface Meta {
  get(name: string): string | undefined
  put(name: string, value: string): void
}

export function createMeta(connection: Connection): Meta {
  const one = connection.read<[name: string], { readonly value: string }>('SELECT value FROM meta WHERE name = ?')
  const put = connection.write<[name: string, value: string]>(`
    INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
  return { get: (name) => one.get(name)?.value, put: (name, value) => void put(name, value) }
}
