import type { ExchangeOutline } from '#shared/model/exchange.ts'

export interface IndexEntry {
  readonly id: number
  readonly signIn?: string | undefined
  readonly hasError: boolean
}

export interface Counts {
  readonly exchanges: number
  readonly signIns: number
  readonly failures: number
}

/**
 * What a list of any length has to know of each exchange: three numbers. Which sign-in it belongs to, and whether it has
 * an error; the rest is asked for when it comes into sight. The arrays are one and the same and grow in place.
 */
export interface ExchangeIndex {
  /** Ascending. */
  readonly ids: readonly number[]
  /** Of each exchange in turn; 0 for none. */
  readonly signIns: readonly number[]
  /** Of each exchange in turn; 1 for an error. */
  readonly errors: readonly number[]
  nameOf(signIn: number): string
  counts(): Counts
  /** Those that are newer than all, in the order of their ids; gives how many were. */
  addNewer(entries: readonly IndexEntry[]): number
  /** The next part down from what is there. */
  addOlder(outline: ExchangeOutline): void
  /** Those that are gone: everything below this id. */
  dropBelow(id: number): number
  /** Takes out what is newer, and gives it. */
  takeAbove(id: number): readonly IndexEntry[]
}

export function createExchangeIndex(): ExchangeIndex {
  let ids: number[] = []
  let signIns: number[] = []
  let errors: number[] = []
  const names: string[] = ['']
  const numbers = new Map<string, number>()
  /** How many exchanges each sign-in has. */
  const sizes: number[] = [0]
  let signInCount = 0
  let failures = 0

  function numberOf(name: string | undefined): number {
    if (name === undefined) return 0
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    sizes.push(0)
    return names.push(name) - 1
  }

  function count(signIn: number, error: number, by: 1 | -1): void {
    failures += error * by
    if (signIn === 0) return
    const size = (sizes[signIn] ?? 0) + by
    sizes[signIn] = size
    if (by === 1 && size === 1) signInCount += 1
    if (by === -1 && size === 0) signInCount -= 1
  }

  function uncount(from: number, to: number): void {
    for (let at = from; at < to; at += 1) count(signIns[at] ?? 0, errors[at] ?? 0, -1)
  }

  return {
    get ids() {
      return ids
    },
    get signIns() {
      return signIns
    },
    get errors() {
      return errors
    },
    nameOf: (signIn) => names[signIn] ?? '',
    counts: () => ({ exchanges: ids.length, signIns: signInCount, failures }),
    addNewer(entries) {
      const before = ids.length
      for (const { id, signIn, hasError } of entries) {
        if (id <= (ids.at(-1) ?? 0)) continue
        const number = numberOf(signIn)
        const error = hasError ? 1 : 0
        ids.push(id)
        signIns.push(number)
        errors.push(error)
        count(number, error, 1)
      }
      return ids.length - before
    },
    addOlder(outline) {
      const oldest = ids[0] ?? Number.POSITIVE_INFINITY
      const failed = new Set(outline.failed)
      const part = { ids: [] as number[], signIns: [] as number[], errors: [] as number[] }
      let place = 0
      for (const [newest, last] of outline.ids) {
        for (let id = newest; id >= last; id -= 1, place += 1) {
          if (id >= oldest) continue
          const signIn = outline.signIn[place] ?? 0
          const number = signIn === 0 ? 0 : numberOf(outline.signIns[signIn - 1])
          const error = failed.has(place) ? 1 : 0
          part.ids.push(id)
          part.signIns.push(number)
          part.errors.push(error)
          count(number, error, 1)
        }
      }
      ids = part.ids.reverse().concat(ids)
      signIns = part.signIns.reverse().concat(signIns)
      errors = part.errors.reverse().concat(errors)
    },
    dropBelow(id) {
      const place = placeOf(ids, id)
      if (place === 0) return 0
      uncount(0, place)
      for (const column of [ids, signIns, errors]) column.splice(0, place)
      return place
    },
    takeAbove(id) {
      const place = placeOf(ids, id + 1)
      uncount(place, ids.length)
      const taken = ids.slice(place).map((one, at): IndexEntry => ({
        id: one,
        signIn: names[signIns[place + at] ?? 0] || undefined,
        hasError: errors[place + at] === 1,
      }))
      for (const column of [ids, signIns, errors]) column.length = place
      return taken
    },
  }
}

/** Where the id is among ascending ones, or would be. */
export function placeOf(ids: readonly number[], id: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
}
