/** Recorded traffic, in a file of its own: it is written by another thread, and must never make a token wait. */
import type {
  Exchange,
  ExchangeFilter,
  ExchangePage,
  ExchangePageRequest,
  ExchangeSummary,
  RecorderStats,
  Retention,
} from '#shared/model/exchange.ts'

import type { Database } from '../database.ts'
import { createExchangeTable } from './exchange-table.ts'
import { createKeyTable, type KeyTable } from './key-table.ts'
import { openTrafficDatabase } from './open-traffic-database.ts'

export type { SignInKey } from './key-table.ts'
export type NewExchange = Omit<Exchange, 'id'>
export type Selection = ExchangeFilter & { readonly ids?: readonly number[] | undefined }

export interface TrafficStore extends Omit<KeyTable, 'removeUnused'> {
  /** One transaction for all that is done inside. */
  batch<Result>(work: () => Result): Result
  insert(exchange: NewExchange, searchText: string): ExchangeSummary
  /** These turned out to belong to the sign-in too. */
  adopt(ids: readonly number[], signIn: string): void
  countDropped(count: number): void
  page(request: ExchangePageRequest): ExchangePage
  get(id: number): Exchange | undefined
  /** Takes over what a person says of it: whether it is pinned, and the note. */
  annotate(exchange: Exchange, searchText: string): void
  collect(selection: Selection, limit: number): readonly Exchange[]
  remove(selection: Selection): number
  /** How many there are beyond the count that is kept. */
  surplus(retention: Retention): number
  /** Removes what is too old or too many, at most `limit` at once; says how many. */
  expire(retention: Retention, now: number, limit: number): number
  stats(): RecorderStats
  close(): void
}

export function openTrafficStore(file: string | undefined): TrafficStore {
  const database = openTrafficDatabase(file)
  const exchanges = createExchangeTable(database)
  const { removeUnused, ...keys } = createKeyTable(database)
  const counters = createCounters(database)
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

  return {
    ...keys,
    batch,
    insert(exchange, searchText) {
      const summary = exchanges.insert(exchange, searchText)
      counters.add('recorded', 1)
      stored += 1
      return summary
    },
    adopt: exchanges.adopt,
    countDropped: (count) => counters.add('dropped', count),
    page: exchanges.page,
    get: exchanges.get,
    annotate: (exchange, searchText) => batch(() => exchanges.annotate(exchange, searchText)),
    collect: exchanges.collect,
    remove: (selection) =>
      batch(() =>
        countRemoved(isAll(selection) ? exchanges.removeAll() : exchanges.remove(exchanges.select(selection))),
      ),
    surplus: ({ maxCount }) => Math.max(0, stored - maxCount),
    expire({ maxCount, maxAge }, now, limit) {
      const surplus = Math.min(limit, Math.max(0, stored - maxCount))
      const tooOld = (now - maxAge) * 1000
      return batch(() => {
        const leaving = new Set([...exchanges.oldest(surplus), ...exchanges.beganBefore(tooOld, limit)])
        const removed = countRemoved(exchanges.remove([...leaving].slice(0, limit)))
        counters.add('expired', removed)
        removeUnused(maxCount)
        return removed
      })
    },
    stats: () => ({
      stored,
      recorded: counters.read('recorded'),
      dropped: counters.read('dropped'),
      expired: counters.read('expired'),
    }),
    close() {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

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
