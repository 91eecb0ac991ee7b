/** Recorded traffic, in a file of its own: it is written by another thread, and must never make a token wait. */
import type {
  Exchange,
  ExchangeOutline,
  ExchangeOutlineRequest,
  ExchangePage,
  ExchangePageRequest,
  ExchangeSummary,
  RecorderStats,
  Retention,
  SignInSummary,
} from '#shared/model/exchange.ts'

import type { Database } from '../database.ts'
import { type ClientUse, createClientUses } from './client-uses.ts'
import { createExchangeTable } from './exchange-table.ts'
import { createKeyTable, type KeyTable } from './key-table.ts'
import { openTrafficDatabase } from './open-traffic-database.ts'
import type { Selection } from './selection.ts'
import { createWithheld } from './withheld.ts'

export type { ClientUse } from './client-uses.ts'
export type { SignInKey } from './key-table.ts'
export type NewExchange = Omit<Exchange, 'id'>
export type { Selection } from './selection.ts'

export interface TrafficStore extends Omit<KeyTable, 'removeUnused'> {
  /** One transaction for all that is done inside. */
  batch<Result>(work: () => Result): Result
  insert(exchange: NewExchange, searchText: string): ExchangeSummary
  /** These turned out to belong to the sign-in too. */
  adopt(ids: readonly number[], signIn: string): void
  countDropped(count: number): void
  page(request: ExchangePageRequest & Selection): ExchangePage
  outline(request: ExchangeOutlineRequest & Selection): ExchangeOutline
  signIns(signIns: readonly string[]): readonly SignInSummary[]
  get(id: number): Exchange | undefined
  /** Takes over what a person says of it: whether it is pinned, and the note. */
  annotate(exchange: Exchange, searchText: string): void
  collect(selection: Selection, limit: number): readonly Exchange[]
  remove(selection: Selection): number
  /** Leaves them out of every answer, until they are restored or removed for good. */
  withhold(selection: Selection): Removed
  /** How many are there again; none when they are gone for good. */
  restore(batch: number): number
  /** Removes at most `limit` of what is withheld for good; says whether there is more. */
  purge(batch: number, limit: number): boolean
  /** How many there are beyond the count that is kept. */
  surplus(retention: Retention): number
  /** Removes what is too old or too many, at most `limit` at once; says how many. */
  expire(retention: Retention, now: number, limit: number): number
  stats(): RecorderStats
  clientUses(): readonly ClientUse[]
  close(): void
}

export interface Removed {
  readonly removed: number
  readonly batch: number
}

export function openTrafficStore(file: string | undefined): TrafficStore {
  const database = openTrafficDatabase(file)
  const withheld = createWithheld(database)
  const exchanges = createExchangeTable(database, withheld)
  const { removeUnused, ...keys } = createKeyTable(database)
  const counters = createCounters(database)
  const uses = createClientUses(database)
  let stored = exchanges.count()

  function batch<Result>(work: () => Result): Result {
    try {
      return database.transaction(work).immediate()
    } catch (error) {
      stored = exchanges.count()
      throw error
    }
  }

  function countRemoved(removed: number): number {
    stored -= removed
    return removed
  }

  function countShown(): number {
    return withheld.isAny() ? exchanges.countShown() : stored
  }

  function purge(number: number, limit: number): boolean {
    const ids = withheld.read(number, limit)
    if (ids === undefined) return false
    // When nothing is left beside them, they go in no time.
    if (ids.length === limit && exchanges.countShown() === 0 && withheld.batches().length === 1) {
      batch(() => countRemoved(exchanges.removeAll()))
      withheld.release(number)
      return false
    }
    batch(() => countRemoved(exchanges.remove(ids)))
    if (ids.length === limit) return true
    withheld.release(number)
    return false
  }

  return {
    ...keys,
    batch,
    insert(exchange, searchText) {
      const summary = exchanges.insert(exchange, searchText)
      counters.add('recorded', 1)
      uses.note(exchange)
      stored += 1
      return summary
    },
    adopt: exchanges.adopt,
    countDropped: (count) => counters.add('dropped', count),
    page: exchanges.page,
    get: exchanges.get,
    annotate: (exchange, searchText) => batch(() => exchanges.annotate(exchange, searchText)),
    collect: exchanges.collect,
    outline: exchanges.outline,
    signIns: exchanges.signIns,
    remove: (selection) =>
      batch(() => {
        if (!isAll(selection)) return countRemoved(exchanges.remove(exchanges.select(selection)))
        withheld.clear()
        return countRemoved(exchanges.removeAll())
      }),
    withhold(selection) {
      if (!isAll(selection)) {
        const ids = exchanges.select(selection)
        return { removed: ids.length, batch: withheld.add(ids) }
      }
      const removed = countShown()
      return { removed, batch: withheld.addUpTo(exchanges.newest()) }
    },
    restore(number) {
      const before = countShown()
      withheld.release(number)
      return countShown() - before
    },
    purge,
    surplus: ({ maxCount }) => Math.max(0, stored - maxCount),
    expire({ maxCount, maxAge }, now, limit) {
      const surplus = Math.min(limit, Math.max(0, stored - maxCount))
      const tooOld = (now - maxAge) * 1000
      return batch(() => {
        const leaving = new Set([...exchanges.oldest(surplus), ...exchanges.beganBefore(tooOld, limit)])
        const removed = countRemoved(exchanges.remove([...leaving].slice(0, limit)))
        counters.add('expired', removed)
        removeUnused(maxCount)
        uses.prune()
        return removed
      })
    },
    clientUses: uses.list,
    stats: () => ({
      stored: countShown(),
      recorded: counters.read('recorded'),
      dropped: counters.read('dropped'),
      expired: counters.read('expired'),
    }),
    close() {
      for (const number of withheld.batches()) while (purge(number, PURGED_AT_END));
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

const PURGED_AT_END = 5_000

function isAll(selection: Selection): boolean {
  return Object.values(selection).every((value) => value === undefined)
}

type CounterName = 'recorded' | 'dropped' | 'expired'

function createCounters(database: Database) {
  const add = database.prepare(
    'INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value',
  )
  const read = database.prepare<[string], { value: number }>('SELECT value FROM counters WHERE name = ?')
  return {
    add: (name: CounterName, count: number) => void (count > 0 && add.run(name, count)),
    read: (name: CounterName) => read.get(name)?.value ?? 0,
  }
}
