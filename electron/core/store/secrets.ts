import type { Store } from './store.ts'
import type { TableContext } from './table-context.ts'

export function createSecretTable({ connection, now }: Pick<TableContext, 'connection' | 'now'>): Store['secrets'] {
  const one = connection.read<[name: string], { readonly value: string }>('SELECT value FROM secrets WHERE name = ?')
  const add = connection.write<[name: string, value: string, createdAt: number]>(
    'INSERT INTO secrets (name, value, created_at) VALUES (?, ?, ?)',
  )

  return {
    get(name, make) {
      const kept = one.get(name)
      if (kept !== undefined) return kept.value
      const value = make()
      add(name, value, now())
      return value
    },
  }
}
