import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ClientUse } from '#shared/contract/calls/uses.ts'
import type { Bridge } from '#shared/frames/bridge.ts'

import { createFetcher } from './create-fetcher.ts'

export interface UsesState {
  readonly uses: ReadonlyMap<string, ClientUse>
}

export interface UsesStore extends StoreApi<UsesState> {
  ensure(): void
}

/** Asked for once; from then on each exchange says it. */
export function createUses(bridge: Bridge): UsesStore {
  const store = createStore<UsesState>()(() => ({ uses: new Map() }))

  const fetcher = createFetcher({
    bridge,
    listen: () =>
      bridge.listen('exchange.recorded', ({ client_id, direction, startedAt, mark }) => {
        if (client_id === undefined || direction !== 'in' || mark?.kind === 'imported') return
        store.setState(({ uses }) => ({ uses: new Map(uses).set(client_id, { client_id, at: startedAt }) }))
      }),
    async fetch() {
      try {
        const { items } = await bridge.call('uses.list', {})
        store.setState({ uses: new Map(items.map((use) => [use.client_id, use])) })
        return true
      } catch {
        // The list stands without it.
        return false
      }
    },
  })

  return { ...store, ensure: fetcher.ensure }
}
