/** What was looked at last, up to a bound. */
export interface RowCache<Key, Row> {
  get(key: Key): Row | undefined
  has(key: Key): boolean
  set(key: Key, row: Row): void
  clear(): void
}

export function createRowCache<Key, Row>(most: number): RowCache<Key, Row> {
  const rows = new Map<Key, Row>()
  return {
    get: (key) => rows.get(key),
    has: (key) => rows.has(key),
    set(key, row) {
      rows.delete(key)
      rows.set(key, row)
      if (rows.size <= most) return
      const [oldest] = rows.keys()
      if (oldest !== undefined) rows.delete(oldest)
    },
    clear: () => rows.clear(),
  }
}
