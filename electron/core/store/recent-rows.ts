/**
 * Rows that were read a moment ago, as text. A token that is used is used again, and with it its grant, its session and
 * the session's cookie: most reads of a busy issuer are of a handful of rows. There is one connection, so whoever
 * writes is here to say so. Text and not objects, since oidc-provider changes what it is given.
 */
export interface RecentRows<Row> {
  /** By the row's own id, or by another key of it such as `uid=…`. */
  read(model: string, key: string, load: () => Row | undefined): Row | undefined
  /** Under every key by which it was read. */
  forget(model: string, id: string): void
  clear(): void
}

const MOST = 1000

export function createRecentRows<Row extends { readonly id: string }>(): RecentRows<Row> {
  /** Undefined: that there is none was seen too. */
  const rows = new Map<string, Row | undefined>()
  /** The other key of a row, by its id. */
  const otherNames = new Map<string, string>()

  function remember(model: string, name: string, row: Row | undefined): void {
    if (rows.size >= MOST) clear()
    rows.set(name, row)
    if (row === undefined) return
    const own = nameOf(model, row.id)
    if (name !== own) otherNames.set(own, name)
  }

  function forget(model: string, key: string): void {
    const name = nameOf(model, key)
    const other = otherNames.get(name)
    rows.delete(name)
    otherNames.delete(name)
    if (other !== undefined) rows.delete(other)
  }

  function clear(): void {
    rows.clear()
    otherNames.clear()
  }

  return {
    read(model, key, load) {
      const name = nameOf(model, key)
      if (rows.has(name)) return rows.get(name)
      const row = load()
      remember(model, name, row)
      return row
    },
    forget,
    clear,
  }
}

/** No model's name has a space in it. */
function nameOf(model: string, key: string): string {
  return `${model} ${key}`
}
