import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ScreenInput } from '#shared/contract/calls/calls.ts'
import type { HistoryEntry } from '#shared/contract/calls/history.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { Bridge } from '#shared/frames/bridge.ts'

import { createFetcher } from '../../stores/create-fetcher.ts'
import { parseError } from '../../stores/error-shape.ts'

export type HistoryFilter = Omit<ScreenInput<'history.list'>, 'before' | 'limit'>

export interface HistoryListState {
  readonly status: 'loading' | 'ready' | 'failed'
  /** The newest first. */
  readonly items: readonly HistoryEntry[]
  readonly error: ErrorShape | undefined
  readonly load: () => Promise<void>
  /** The page behind what is there. */
  readonly more: () => Promise<void>
}

export interface HistoryList extends StoreApi<HistoryListState> {
  ensure(): void
  close(): void
}

const PAGE = 100

/** Changes that fit, a page at a time; what is changed meanwhile comes on top. */
export function createHistoryList(bridge: Bridge, filter: HistoryFilter): HistoryList {
  let next: string | undefined
  let asked: string | undefined

  const store = createStore<HistoryListState>()(() => ({
    status: 'loading',
    items: [],
    error: undefined,
    load: () => fetcher.run(),
    more,
  }))

  const fetcher = createFetcher({
    bridge,
    kinds: ['history'],
    async fetch() {
      try {
        const page = await bridge.call('history.list', { ...filter, limit: PAGE })
        const { items } = store.getState()
        const known = new Set(items.map(({ id }) => id))
        const isJoined = page.items.some(({ id }) => known.has(id))
        // So much is new that it does not reach down to what was there: begin again.
        if (!isJoined) next = page.next
        const fresh = page.items.filter(({ id }) => !known.has(id))
        store.setState({ status: 'ready', error: undefined, items: isJoined ? [...fresh, ...items] : page.items })
        return true
      } catch (error) {
        store.setState({ status: 'failed', error: parseError(error) })
        return false
      }
    },
  })

  async function more(): Promise<void> {
    if (next === undefined || asked === next) return
    const before = next
    asked = before
    try {
      const page = await bridge.call('history.list', { ...filter, before, limit: PAGE })
      if (next !== before) return
      next = page.next
      store.setState(({ items }) => ({ items: [...items, ...page.items] }))
    } catch (error) {
      store.setState({ error: parseError(error), status: 'failed' })
    } finally {
      asked = undefined
    }
  }

  return { ...store, ensure: fetcher.ensure, close: fetcher.close }
}
