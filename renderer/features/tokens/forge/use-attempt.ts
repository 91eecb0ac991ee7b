import { useState } from 'react'

import type { Attempted } from '#shared/contract/calls/tokens.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { demoCalls } from '#shared/flows/demo-calls.ts'
import type { FlowApiCall } from '#shared/flows/flow.ts'
import { DEMO_APIS } from '#shared/model/demo-api.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import type { Forged } from './use-forge.ts'

export interface Attempting {
  readonly api: string
  readonly calls: readonly FlowApiCall[]
  readonly call: number
  readonly outcome: Attempted | undefined
  readonly error: ErrorShape | undefined
  readonly isBusy: boolean
  readonly pickApi: (api: string) => void
  readonly pickCall: (call: number) => void
  readonly send: () => Promise<void>
}

interface State {
  /** The token that all of it is about. */
  readonly hash: string | undefined
  readonly api?: string | undefined
  readonly call?: number | undefined
  readonly outcome?: Attempted | undefined
  readonly error?: ErrorShape | undefined
}

/** Kept above what shows it, so that a window that is made narrow does not forget the answer. */
export function useAttempt(issuer: string, forged: Forged | undefined): Attempting {
  const bridge = useBridge()
  const [kept, setKept] = useState<State>({ hash: undefined })
  const [isBusy, setBusy] = useState(false)
  const hash = forged?.mark.hash
  const state: State = kept.hash === hash ? kept : { hash }
  const api = state.api ?? apiOf(forged?.claims['aud'])
  const calls = demoCalls(issuer, api) ?? []
  const call = state.call ?? usualCall(calls, forged?.claims['scope'])

  async function send(): Promise<void> {
    if (forged === undefined) return
    setBusy(true)
    try {
      const outcome = await bridge.call('tokens.try', { attempt: { token: forged.token, api, call } })
      setKept({ hash, api, call, outcome })
    } catch (error) {
      setKept({ hash, api, call, error: parseError(error) })
    } finally {
      setBusy(false)
    }
  }

  return {
    api,
    calls,
    call,
    outcome: state.outcome,
    error: state.error,
    isBusy,
    pickApi: (picked) => setKept({ hash, api: picked }),
    pickCall: (picked) => setKept({ hash, api, call: picked }),
    send,
  }
}

function apiOf(aud: unknown): string {
  const names: readonly unknown[] = [aud].flat()
  const found = DEMO_APIS.find(({ identifier }) => names.includes(identifier))
  return (found ?? DEMO_APIS[0]).identifier
}

/** One that the token's scope is good for. */
function usualCall(calls: readonly { readonly scope: string }[], scope: unknown): number {
  const scopes = typeof scope === 'string' ? scope.split(' ') : []
  return Math.max(
    0,
    calls.findIndex((each) => scopes.includes(each.scope)),
  )
}
