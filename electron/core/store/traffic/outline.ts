import type { ExchangeOutline } from '#shared/model/exchange.ts'

export type OutlineRow = readonly [id: number, signIn: string | null, hasError: number]

/** Of rows with falling ids; one more than `limit` says that there is a next part. */
export function buildOutline(rows: readonly OutlineRow[], limit: number): ExchangeOutline {
  const ids: [number, number][] = []
  const names = new Map<string, number>()
  const signIn: number[] = []
  const failed: number[] = []
  const given = rows.slice(0, limit)
  for (const [place, [id, name, hasError]] of given.entries()) {
    const run = ids.at(-1)
    if (run !== undefined && run[1] === id + 1) run[1] = id
    else ids.push([id, id])
    if (name !== null && !names.has(name)) names.set(name, names.size + 1)
    signIn.push(name === null ? 0 : (names.get(name) ?? 0))
    if (hasError === 1) failed.push(place)
  }
  const next = rows.length > limit ? given.at(-1)?.[0] : undefined
  return { ids, signIns: [...names.keys()], signIn, failed, ...(next !== undefined && { next }) }
}
