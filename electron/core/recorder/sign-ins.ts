import { randomUUID } from 'node:crypto'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import type { SignInKey, TrafficStore } from '../store/traffic/traffic-store.ts'
import { correlate, type Correlation } from './correlate.ts'
import { isGoodForOnce } from './keys.ts'
import { createCallers } from './callers.ts'
import { createOrphans } from './orphans.ts'
import type { ReadExchange } from './read-exchange.ts'

type Keys = Pick<TrafficStore, 'findKey' | 'rememberKey' | 'shareKey' | 'forgetKey' | 'adopt'>

export interface SignIns {
  /** Stores the exchange by `insert`, as one of the sign-in that it belongs to. */
  assign(read: ReadExchange, from: Cause, insert: (found: Found) => ExchangeSummary): ExchangeSummary
}

/** What is known from outside of the exchange itself. */
export interface Cause {
  readonly keys: readonly string[]
  /** The request for which a call was made out. */
  readonly causedBy: Found | undefined
}

/** The sign-in, and who it was that got the value by which it was found. */
export interface Found {
  readonly signIn?: string | undefined
  readonly client_id?: string | undefined
  readonly user?: string | undefined
}

export function createSignIns(keys: Keys): SignIns {
  const callers = createCallers()
  const orphans = createOrphans()

  function assign(read: ReadExchange, { keys: annotated, causedBy }: Cause, insert: (found: Found) => ExchangeSummary) {
    const correlation = correlate(read, annotated)
    const known = find(correlation) ?? (causedBy?.signIn === undefined ? undefined : causedBy)
    const begun = known === undefined && correlation.begins ? { signIn: randomUUID() } : known
    if (begun) callers.remember(read, String(begun.signIn))
    const found = begun ?? { signIn: callers.guess(read) }
    const summary = insert(found)
    if (begun) remember(correlation, { ...begun, ...withoutNothing(summary) }, summary.id)
    else orphans.add(summary.id, correlation.presented, correlation.issued)
    return summary
  }

  function find({ presented }: Correlation): SignInKey | undefined {
    for (const key of presented) {
      const found = keys.findKey(key)
      if (isGoodForOnce(key)) keys.forgetKey(key)
      if (found) return found
    }
    return undefined
  }

  function remember({ presented, issued, shared }: Correlation, owner: Found, id: number): void {
    const { signIn, client_id, user } = owner
    if (signIn === undefined) return
    const own = [...new Set(issued)]
    for (const key of own.filter((each) => !isGoodForOnce(each))) keys.rememberKey(key, { signIn, client_id, user }, id)
    for (const key of [...shared, ...own.filter(isGoodForOnce)]) keys.shareKey(key, { signIn, client_id, user }, id)
    const adopted = orphans.take(presented)
    if (adopted.length > 0) keys.adopt(adopted, signIn)
  }

  return { assign }
}

function withoutNothing({ client_id, user }: ExchangeSummary): Found {
  return { ...(client_id !== undefined && { client_id }), ...(user !== undefined && { user }) }
}
