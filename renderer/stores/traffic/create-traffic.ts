/**
 * The list of Traffic: whatever was recorded and fits the filter, however much that is. It knows every exchange by three
 * numbers and asks for the rows that are in sight; what is recorded meanwhile is matched as it comes. While somebody
 * reads somewhere else than at the live end, or has stopped the list, what comes is counted and kept back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ErrorShape } from '#shared/errors.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { ExchangePage, ExchangeRow, ExchangeSummary, SignInSummary } from '#shared/model/exchange.ts'
import {
  buildFilter,
  formatFilter,
  movesWithTime,
  type ParsedFilter,
} from '#shared/traffic/filter-text/parse-filter.ts'
import { matchesFilter } from '#shared/traffic/matches-filter.ts'
import type { IssuerPlace } from '#shared/traffic/parties.ts'

import { createFetcher } from '../create-fetcher.ts'
import type { ResourceStatus } from '../create-resource.ts'
import { parseError } from '../error-shape.ts'
import { type Schedule, schedulePaced } from '../schedule-frame.ts'
import { arrange, type Arrangement, EMPTY, type Order } from './arrange.ts'
import { type Counts, createExchangeIndex, type ExchangeIndex, type IndexEntry } from './exchange-index.ts'
import { createRowCache } from './row-cache.ts'

export interface TrafficQuery extends Pick<ParsedFilter, 'terms' | 'words'> {
  readonly order: Order
  readonly isGrouped: boolean
}

export interface TrafficState {
  /** `loading` until the first part of what fits the present filter is there. */
  readonly status: ResourceStatus
  readonly error: ErrorShape | undefined
  readonly list: Arrangement
  readonly counts: Counts
  /** Grows with whatever changes; rows are read anew then. */
  readonly version: number
  /** Fit, and are kept back. */
  readonly waiting: number
  readonly isPaused: boolean
  readonly load: () => Promise<void>
}

export type KnownRow = ExchangeRow | 'gone'

export interface TrafficStore extends StoreApi<TrafficState> {
  /** From now on somebody looks; gives how to end it. */
  open(): () => void
  show(query: TrafficQuery): void
  /** Stopped by the person. */
  setPaused(isPaused: boolean): void
  /** The live end is out of sight. */
  setAway(isAway: boolean): void
  /** These places are in sight. */
  need(first: number, last: number): void
  rowOf(id: number): KnownRow | undefined
  signInOf(signIn: string): SignInSummary | undefined
  toggleGroup(signIn: string): void
  setGroupsOpen(isOpen: boolean): void
  close(): void
}

interface TrafficOptions {
  readonly schedule?: Schedule
  readonly place: () => IssuerPlace | undefined
}

const PART = 20_000
const ROWS = 400
const SIGN_INS = 100
/** Rows beside those in sight that have to be there, and so many that are fetched with them when they are not. */
const NEAR = 40
const FAR = 160
const MOST_ROWS = 4_000
/** Beyond it what waits is counted, and fetched when it is wanted. */
const MOST_WAITING = 50_000
/** After so many new ones the program is asked which the oldest is that it keeps: they expire without a word. */
const TRIM_AFTER = 1_000
const CLOCK_PAUSE = 10_000

export function createTraffic(bridge: Bridge, { schedule = schedulePaced(), place }: TrafficOptions): TrafficStore {
  let query: TrafficQuery = { terms: [], words: '', order: 'newest-first', isGrouped: false }
  let index: ExchangeIndex = createExchangeIndex()
  /** Of which filter the index is. */
  let shown: string | undefined
  let arrived: ExchangeSummary[] = []
  let waiting: IndexEntry[] = []
  let waitingCount = 0
  let isAway = false
  let isLoading = false
  let isScheduled = false
  let isAsking = false
  let isFetching = false
  let isWatched = false
  let lastSeen = 0
  let untrimmed = 0
  let sight = { first: 0, last: -1 }
  let openByDefault = true
  const turned = new Set<string>()
  const rows = createRowCache<number, KnownRow>(MOST_ROWS)
  const signIns = createRowCache<string, SignInSummary>(MOST_ROWS)
  const stale = new Set<string>()

  const store = createStore<TrafficState>()(() => ({
    status: 'loading',
    error: undefined,
    list: EMPTY,
    counts: index.counts(),
    version: 0,
    waiting: 0,
    isPaused: false,
    load: () => fetcher.run(),
  }))

  function isOpen(signIn: string): boolean {
    return turned.has(signIn) !== openByDefault
  }

  function isHeld(): boolean {
    return isAway || store.getState().isPaused
  }

  function publish(state: Partial<TrafficState> = {}): void {
    store.setState(({ version }) => ({ ...state, waiting: waitingCount, version: version + 1 }))
  }

  function publishList(state: Partial<TrafficState> = {}): void {
    const { order, isGrouped } = query
    publish({ ...state, list: arrange(index, { order, isGrouped, isOpen }), counts: index.counts() })
  }

  function receive(exchange: ExchangeSummary): void {
    arrived.push(exchange)
    if (isScheduled) return
    isScheduled = true
    schedule(take)
  }

  /** What comes while a list is on its way waits for it, so that nothing stands in it twice. */
  function take(): void {
    isScheduled = false
    if (isLoading || arrived.length === 0) return
    const all = arrived
    arrived = []
    untrimmed += all.length
    if (query.words.trim() !== '') void ask()
    else {
      const [filter, at] = [buildFilter(query), place()]
      add(all.filter((exchange) => matchesFilter(filter, exchange, at)))
    }
    if (untrimmed >= TRIM_AFTER) void trim()
  }

  function add(exchanges: readonly ExchangeSummary[]): void {
    const fresh = exchanges.filter(({ id }) => id > lastSeen)
    if (fresh.length === 0) return
    lastSeen = fresh.at(-1)?.id ?? lastSeen
    const hasWords = query.words.trim() !== ''
    for (const exchange of fresh) {
      if (!hasWords) rows.set(exchange.id, exchange)
      if (exchange.signIn !== undefined) stale.add(exchange.signIn)
    }
    const entries = fresh.map(({ id, signIn, error }): IndexEntry => ({ id, signIn, hasError: error !== undefined }))
    if (isHeld()) return hold(entries)
    index.addNewer(entries)
    publishList()
  }

  function hold(entries: readonly IndexEntry[]): void {
    waitingCount += entries.length
    if (waitingCount <= MOST_WAITING) waiting.push(...entries)
    publish()
  }

  /** What was searched for stands where only the program can look. */
  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    const asked = query
    try {
      let after: number | undefined = lastSeen
      while (after !== undefined && asked === query) {
        const page: ExchangePage = await bridge.call('exchanges.list', { ...buildFilter(query), after, limit: 500 })
        if (asked !== query || isLoading) return
        add(page.items)
        after = page.next
      }
    } catch {
      // The next one that comes asks again, and so does a connection that is mended.
    } finally {
      isAsking = false
    }
  }

  async function trim(): Promise<void> {
    untrimmed = 0
    const oldest = await bridge.call('exchanges.list', { after: 0, limit: 1 }).catch(() => undefined)
    const id = oldest?.items[0]?.id
    if (id !== undefined && index.dropBelow(id) > 0) publishList()
  }

  function release(): void {
    const entries = waiting
    const isTooMany = waitingCount > entries.length
    waiting = []
    waitingCount = 0
    if (isTooMany) void fetcher.run()
    index.addNewer(entries)
    publishList()
  }

  async function fetchParts(): Promise<void> {
    const asked = query
    const name = formatFilter(asked)
    const fresh = createExchangeIndex()
    const isNew = name !== shown
    const filter = buildFilter(asked)
    let before: number | undefined
    do {
      const part = await bridge.call('exchanges.outline', {
        ...filter,
        limit: PART,
        ...(before !== undefined && { before }),
      })
      if (asked !== query && formatFilter(query) !== name) return
      fresh.addOlder(part)
      before = part.next
      // The first part is enough to begin with; a list that is looked at already is replaced in one piece.
      if (isNew) put(name, fresh, before === undefined)
    } while (before !== undefined)
    if (!isNew) put(name, fresh, true)
  }

  function put(name: string, fresh: ExchangeIndex, isWhole: boolean): void {
    const isOther = name !== shown
    const newest = index.ids.at(-1)
    const isReloaded = !isOther && fresh !== index
    lastSeen = Math.max(fresh.ids.at(-1) ?? 0, isOther ? 0 : lastSeen)
    if (isReloaded || isOther) {
      const isKept = isReloaded && isHeld() && newest !== undefined
      waiting = isKept ? [...fresh.takeAbove(newest)] : []
      waitingCount = waiting.length
    }
    index = fresh
    shown = name
    if (isWhole) isLoading = false
    publishList({ status: 'ready', error: undefined })
  }

  const fetcher = createFetcher({
    bridge,
    kinds: ['exchanges'],
    async fetch() {
      isLoading = true
      // What is deleted must not be shown because it was once; what was found by other words is another row.
      rows.clear()
      signIns.clear()
      try {
        await fetchParts()
        return true
      } catch (error) {
        publish({ status: 'failed', error: parseError(error) })
        return false
      } finally {
        isLoading = false
        take()
      }
    },
  })

  async function fetchRows(): Promise<void> {
    if (isFetching) return
    isFetching = true
    try {
      for (let missing = findMissing(); missing !== undefined; missing = findMissing()) {
        await fetchMissing(missing)
        publish()
      }
    } catch {
      // They are asked for again with the next look; that the connection is gone is said elsewhere.
    } finally {
      isFetching = false
    }
  }

  interface Missing {
    readonly ids: readonly number[]
    readonly names: readonly string[]
  }

  /** What is in sight with the next few, or more of them before they come into sight. */
  function findMissing(): Missing | undefined {
    const { list } = store.getState()
    const { first, last } = sight
    if (collectMissing(list, first, last) !== undefined) return collectMissing(list, first - NEAR, last + NEAR)
    if (collectMissing(list, first - NEAR, last + NEAR) === undefined) return undefined
    return collectMissing(list, first - FAR, last + FAR)
  }

  function collectMissing(list: Arrangement, first: number, last: number): Missing | undefined {
    const ids: number[] = []
    const names: string[] = []
    for (let at = Math.max(0, first); at <= last && ids.length < ROWS && names.length < SIGN_INS; at += 1) {
      const entry = list.at(at)
      if (entry?.kind === 'exchange' && !rows.has(entry.id)) ids.push(entry.id)
      if (entry?.kind === 'group' && (!signIns.has(entry.signIn) || stale.has(entry.signIn))) names.push(entry.signIn)
    }
    return ids.length + names.length === 0 ? undefined : { ids, names }
  }

  async function fetchMissing({ ids, names }: Missing): Promise<void> {
    const { words } = query
    for (const name of names) stale.delete(name)
    const [found, known] = await Promise.all([
      ids.length === 0
        ? undefined
        : bridge.call('exchanges.rows', { ids: [...ids], ...(words.trim() !== '' && { search: words }) }),
      names.length === 0 ? undefined : bridge.call('exchanges.signIns', { signIns: [...names] }),
    ])
    if (words !== query.words) return
    for (const id of ids) rows.set(id, 'gone')
    for (const row of found?.items ?? []) rows.set(row.id, row)
    for (const name of names) signIns.set(name, { signIn: name, startedAt: 0, endedAt: 0, hasTokens: false })
    for (const summary of known?.items ?? []) signIns.set(summary.signIn, summary)
  }

  function begin(): () => void {
    const stops = [
      bridge.listen('exchange.recorded', receive),
      // Pinned, or another note: it stays where it is.
      bridge.listen('exchange.changed', (exchange) => {
        if (!rows.has(exchange.id)) return
        rows.set(exchange.id, exchange)
        publish()
      }),
    ]
    const clock = setInterval(() => movesWithTime(query) && !isHeld() && void fetcher.run(), CLOCK_PAUSE)
    return () => {
      for (const stop of stops) stop()
      clearInterval(clock)
      fetcher.close()
      arrived = []
    }
  }

  return {
    ...store,
    open() {
      const end = begin()
      isWatched = true
      void fetcher.run()
      return () => {
        isWatched = false
        end()
      }
    },
    show(next) {
      const before = query
      query = next
      if (formatFilter(next) !== formatFilter(before)) {
        isAway = false
        if (isWatched) void fetcher.run()
      } else if (shown !== undefined && (next.order !== before.order || next.isGrouped !== before.isGrouped)) {
        publishList()
      }
    },
    setPaused(isPaused) {
      store.setState({ isPaused })
      if (!isHeld()) release()
    },
    setAway(next) {
      if (isAway === next) return
      isAway = next
      if (!isHeld() && waitingCount > 0) release()
    },
    need(first, last) {
      sight = { first, last }
      void fetchRows()
    },
    rowOf: (id) => rows.get(id),
    signInOf: (signIn) => signIns.get(signIn),
    toggleGroup(signIn) {
      if (!turned.delete(signIn)) turned.add(signIn)
      publishList()
    },
    setGroupsOpen(isOpenNow) {
      turned.clear()
      openByDefault = isOpenNow
      publishList()
    },
    close: fetcher.close,
  }
}
