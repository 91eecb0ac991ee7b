import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { ExchangeSummary } from '#shared/model/exchange.ts'

import type { Memory } from '../memory.ts'

export interface FollowedState {
  /** Their client_ids. */
  readonly clients: readonly string[]
  /** Errors that nobody has looked at yet. */
  readonly unseen: number
  readonly last: ExchangeSummary | undefined
  readonly toggle: (client_id: string) => void
  readonly look: () => void
}

export interface FollowedStore extends StoreApi<FollowedState> {
  close(): void
}

const NAME = 'followed-applications'
const MOST = 200

/** Counts the errors of the applications that the person follows, for as long as they look elsewhere. */
export function createFollowed(bridge: Bridge, memory: Memory): FollowedStore {
  let stop: (() => void) | undefined

  const store = createStore<FollowedState>()((set, get) => ({
    clients: readClients(memory.read(NAME)),
    unseen: 0,
    last: undefined,
    toggle(client_id) {
      const { clients } = get()
      const isFollowed = clients.includes(client_id)
      const next = isFollowed ? clients.filter((one) => one !== client_id) : [...clients, client_id].slice(-MOST)
      memory.write(NAME, JSON.stringify(next))
      set({ clients: next })
      listen()
    },
    look: () => get().unseen > 0 && set({ unseen: 0 }),
  }))

  /** Nothing is listened to while nobody is followed. */
  function listen(): void {
    const isWanted = store.getState().clients.length > 0
    if (!isWanted) {
      stop?.()
      stop = undefined
      store.setState({ unseen: 0, last: undefined })
    } else {
      stop ??= bridge.listen('exchange.recorded', (exchange) => {
        const { client_id, error } = exchange
        if (error === undefined || client_id === undefined || !store.getState().clients.includes(client_id)) return
        store.setState(({ unseen }) => ({ unseen: unseen + 1, last: exchange }))
      })
    }
  }

  listen()
  return { ...store, close: () => stop?.() }
}

function readClients(text: string | undefined): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(-MOST) : []
  } catch {
    return []
  }
}
