import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Bridge, BridgeState } from '#shared/frames/connect-frames.ts'

export interface ConnectionState {
  readonly state: BridgeState
  readonly retry: () => void
}

export type ConnectionStore = StoreApi<ConnectionState>

export function createConnection(bridge: Bridge): ConnectionStore {
  const store = createStore<ConnectionState>()(() => ({ state: bridge.state, retry: () => bridge.retry() }))
  bridge.onState((state) => store.setState({ state }))
  return store
}
