import { useStore } from 'zustand/react'
import { createStore } from 'zustand/vanilla'

/** Secrets that were made a moment ago, by application. In memory, and only until the person says that they have it. */
const store = createStore<ReadonlyMap<string, string>>()(() => new Map())

export function keepMadeSecret(client_id: string, secret: string | undefined): void {
  if (secret !== undefined) store.setState(new Map([...store.getState(), [client_id, secret]]), true)
}

export function forgetMadeSecret(client_id: string): void {
  store.setState(new Map([...store.getState()].filter(([id]) => id !== client_id)), true)
}

export function useMadeSecret(client_id: string): string | undefined {
  return useStore(store, (secrets) => secrets.get(client_id))
}
