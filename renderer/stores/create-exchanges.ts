import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ErrorShape } from '#shared/errors.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { createFetcher } from './create-fetcher.ts'
import type { ResourceStatus } from './create-resource.ts'
import { parseError } from './error-shape.ts'
import { createExchangeRows, MOST_ROWS } from './exchange-rows.ts'
import { type Schedule, schedulePaced } from './schedule-frame.ts'

export interface ExchangesState {
  readonly status: ResourceStatus
  readonly error: ErrorShape | undefined
  /** Newest first. The array is one and the same and grows; `version` says that it did. */
  readonly items: readonly ExchangeSummary[]
  readonly version: number
  /** Recorded ones that the program keeps, in this list or not. */
  readonly stored: number
  readonly load: () => Promise<void>
}

export interface ExchangesStore extends StoreApi<ExchangesState> {
  ensure(): void
  close(): void
}

interface ExchangesOptions {
  readonly schedule?: Schedule
  readonly most?: number
}

const PAGE = 100
/** After so many new ones the program is asked how many it keeps: the oldest expire without a word. */
const RECOUNT_AFTER = 500

/** The last exchanges: the newest page, and whatever is recorded from then on. All of them are the list of Traffic. */
export function createExchanges(
  bridge: Bridge,
  { schedule = schedulePaced(), most = MOST_ROWS }: ExchangesOptions = {},
): ExchangesStore {
  const rows = createExchangeRows(most)
  let arrived: ExchangeSummary[] = []
  let isScheduled = false
  let isLoading = false
  let uncounted = 0

  const store = createStore<ExchangesState>()(() => ({
    status: 'loading',
    error: undefined,
    items: rows.all,
    version: 0,
    stored: 0,
    load: () => fetcher.run(),
  }))

  function publish(state: Partial<ExchangesState>): void {
    store.setState(({ version }) => ({ ...state, version: version + 1 }))
  }

  /** What came while a page is on its way waits for it, so that nothing stands above it twice. */
  function takeArrived(): void {
    isScheduled = false
    if (isLoading || arrived.length === 0) return
    const added = rows.add(arrived)
    arrived = []
    publish({ stored: store.getState().stored + added })
    uncounted += added
    if (uncounted >= RECOUNT_AFTER) void recount()
  }

  async function recount(): Promise<void> {
    uncounted = 0
    // Without a connection the number is that of before; the next page brings a new one.
    const stats = await bridge.call('exchanges.stats', {}).catch(() => undefined)
    if (stats !== undefined) store.setState({ stored: stats.stored })
  }

  function receive(exchange: ExchangeSummary): void {
    arrived.push(exchange)
    if (isScheduled) return
    isScheduled = true
    schedule(takeArrived)
  }

  const fetcher = createFetcher({
    bridge,
    kinds: ['exchanges'],
    async fetch() {
      isLoading = true
      try {
        const [page, stats] = await Promise.all([
          bridge.call('exchanges.list', { limit: PAGE }),
          bridge.call('exchanges.stats', {}),
        ])
        rows.replace(page.items)
        publish({ status: 'ready', error: undefined, stored: stats.stored })
        return true
      } catch (error) {
        store.setState({ status: 'failed', error: parseError(error) })
        return false
      } finally {
        isLoading = false
        takeArrived()
      }
    },
  })

  const stops = [
    bridge.listen('exchange.recorded', receive),
    bridge.listen('exchange.changed', (exchange) => {
      rows.change(exchange)
      publish({})
    }),
  ]

  return {
    ...store,
    ensure: fetcher.ensure,
    close() {
      for (const stop of stops) stop()
      fetcher.close()
    },
  }
}
