import { useStore } from 'zustand/react'
import { createStore } from 'zustand/vanilla'

import type { Tried } from '#shared/contract/calls/apis.ts'

import type { TrialCall } from './list-calls.ts'

export interface Picked {
  readonly client_id?: string
  readonly as?: string
  readonly scope?: readonly string[] | undefined
  readonly call?: string
  readonly method?: TrialCall['method']
  readonly url?: string
  readonly isConfirmed?: boolean
}

interface KeptTrial {
  readonly picked: Picked
  readonly outcome?: Tried | undefined
}

/** By API: who looks at the traffic and comes back finds what was tried, and what came of it. */
const store = createStore<ReadonlyMap<string, KeptTrial>>()(() => new Map())
const NOTHING: KeptTrial = { picked: {} }

export function useKeptTrial(api: string): KeptTrial {
  return useStore(store, (trials) => trials.get(api) ?? NOTHING)
}

export function keepTrial(api: string, changes: Partial<KeptTrial>): void {
  const trials = store.getState()
  store.setState(new Map([...trials, [api, { ...(trials.get(api) ?? NOTHING), ...changes }]]), true)
}
