import { randomUUID } from 'node:crypto'

import type { TrafficStore } from '../store/traffic/traffic-store.ts'
import { correlate } from './correlate.ts'
import type { ReadExchange } from './read-exchange.ts'

/** A call without any value of a sign-in (a JWKS, a preflight) is counted to the one that its caller was last busy with. */
const NEARBY = 10_000
const MAX_CALLERS = 1_000

export interface SignIns {
  assign(read: ReadExchange, annotated: readonly string[]): string | undefined
}

export function createSignIns(store: Pick<TrafficStore, 'findSignIn' | 'rememberKey'>): SignIns {
  const byConnection = new Map<string, Recent>()
  const byUserAgent = new Map<string, Recent[]>()

  function assign(read: ReadExchange, annotated: readonly string[]): string | undefined {
    const { keys, begins } = correlate(read, annotated)
    const known = keys.map((key) => store.findSignIn(key)).find((signIn) => signIn !== undefined)
    const signIn = known ?? (begins ? randomUUID() : keys.length === 0 ? nearby(read) : undefined)
    if (signIn === undefined) return undefined
    const { startedAt } = read.exchange
    for (const key of keys) store.rememberKey(key, signIn, Math.floor(startedAt / 1000))
    if (known !== undefined || begins) rememberCaller(read, { signIn, at: startedAt })
    return signIn
  }

  /** The same connection is the same program; the same kind of program only when it was busy with a single sign-in. */
  function nearby({ exchange }: ReadExchange): string | undefined {
    const isRecent = ({ at }: Recent) => exchange.startedAt - at < NEARBY
    const sameConnection = byConnection.get(connectionOf(exchange))
    if (sameConnection && isRecent(sameConnection)) return sameConnection.signIn
    const sameAgent = new Set((byUserAgent.get(agentOf(exchange)) ?? []).filter(isRecent).map(({ signIn }) => signIn))
    return sameAgent.size === 1 ? [...sameAgent][0] : undefined
  }

  function rememberCaller({ exchange }: ReadExchange, recent: Recent): void {
    putLast(byConnection, connectionOf(exchange), recent)
    const others = (byUserAgent.get(agentOf(exchange)) ?? []).filter(
      ({ signIn, at }) => signIn !== recent.signIn && recent.at - at < NEARBY,
    )
    putLast(byUserAgent, agentOf(exchange), [...others, recent])
  }

  return { assign }
}

interface Recent {
  readonly signIn: string
  readonly at: number
}

function putLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.size > MAX_CALLERS ? map.keys() : []
  if (oldest !== undefined) map.delete(oldest)
}

function connectionOf({ remote, direction }: ReadExchange['exchange']): string {
  return `${direction} ${remote?.address} ${remote?.port}`
}

function agentOf({ request, direction }: ReadExchange['exchange']): string {
  const value = (wanted: string) => request.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
  return `${direction} ${value('user-agent')} ${value('origin')}`
}
