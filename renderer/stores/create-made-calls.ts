import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ScreenCallName, ScreenInput } from '#shared/contract/calls/calls.ts'
import type { Bridge } from '#shared/frames/bridge.ts'

import { parseError } from './error-shape.ts'

/** What this window has asked the program for. */
export interface MadeCall {
  readonly id: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly name: ScreenCallName
  readonly input: Readonly<Record<string, unknown>>
  readonly outcome: 'running' | 'done' | 'failed'
  /** Why it failed. */
  readonly message?: string
}

export interface MadeCallsState {
  /** The newest first. */
  readonly calls: readonly MadeCall[]
}

export type MadeCallsStore = StoreApi<MadeCallsState>

/** In memory alone: there are secrets among what was typed. */
const MOST = 300

/** What only the shell answers is none of the management API's. */
const OF_THE_SHELL = /^(?:shell|preferences|userAgent)\./

export function createMadeCalls(): MadeCallsStore {
  return createStore<MadeCallsState>()(() => ({ calls: [] }))
}

/** The same bridge, with a note of each call. */
export function recordCalls(bridge: Bridge, store: MadeCallsStore): Bridge {
  let last = 0

  function settle(id: number, end: Pick<MadeCall, 'outcome' | 'message'>): void {
    store.setState(({ calls }) => ({ calls: calls.map((call) => (call.id === id ? { ...call, ...end } : call)) }))
  }

  async function call<Name extends ScreenCallName>(name: Name, input: ScreenInput<Name>) {
    if (OF_THE_SHELL.test(name)) return bridge.call(name, input)
    const id = ++last
    const made: MadeCall = { id, at: Date.now(), name, input: { ...input }, outcome: 'running' }
    store.setState(({ calls }) => ({ calls: [made, ...calls].slice(0, MOST) }))
    try {
      const output = await bridge.call(name, input)
      settle(id, { outcome: 'done' })
      return output
    } catch (error) {
      settle(id, { outcome: 'failed', message: parseError(error).message })
      throw error
    }
  }

  return {
    call,
    listen: bridge.listen,
    onResync: bridge.onResync,
    get state() {
      return bridge.state
    },
    onState: bridge.onState,
    retry: bridge.retry,
    close: bridge.close,
  }
}
