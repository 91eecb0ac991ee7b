/**
 * Some requests carry no value of any sign-in: a JWKS, a preflight. They are counted to the sign-in that their caller
 * is busy with when there is one only that it can be, else to none. A caller is known by its `user-agent` alone:
 * connections are shared by everything that one program does.
 */
import { putLast } from '#shared/collections/put-last.ts'
import { findHeader } from '#shared/model/headers.ts'

import type { ReadExchange } from './read-exchange.ts'

/** Milliseconds within which a caller counts as busy. */
const NEARBY = 10_000
const MOST_CALLERS = 1_000
/** Two are enough to know that it cannot be told. */
const FEW = 2
const MANY = 50

export interface Callers {
  remember(read: ReadExchange, signIn: string): void
  guess(read: ReadExchange): string | undefined
}

type Times = Map<string, number>

export function createCallers(): Callers {
  const byAgent = new Map<string, Times>()
  /** What applications were just handed, and have not come back with: any caller may be about to. */
  const handedOver: Times = new Map()

  return {
    remember({ exchange }, signIn) {
      const { startedAt, endpoint, handover } = exchange
      const agent = agentOf(exchange)
      const times = byAgent.get(agent) ?? new Map<string, number>()
      putLast(byAgent, agent, times, MOST_CALLERS)
      putLast(times, signIn, startedAt, FEW)
      if (handover) putLast(handedOver, signIn, startedAt, MANY)
      else if (endpoint === 'token') handedOver.delete(signIn)
    },
    guess({ exchange }) {
      if (exchange.endpoint !== 'jwks' && exchange.method !== 'OPTIONS') return undefined
      const now = exchange.startedAt
      const own = recent(byAgent.get(agentOf(exchange)), now)
      const [only] = own
      return own.length === 1 && recent(handedOver, now).every((signIn) => signIn === only) ? only : undefined
    },
  }
}

function recent(times: Times = new Map(), now: number): string[] {
  return [...times].filter(([, at]) => now - at < NEARBY).map(([signIn]) => signIn)
}

function agentOf({ request, direction }: ReadExchange['exchange']): string {
  return `${direction} ${findHeader(request.headers, 'user-agent') ?? ''}`
}
