import type { ExchangeFilter, ExchangeSummary } from '../model/exchange.ts'
import { type IssuerPlace, partiesOf } from './parties.ts'

/**
 * Whether an exchange is one that the store would give for the filter. What was searched for stands in messages that a
 * summary does not have, so `search` is the store's alone.
 */
export function matchesFilter(
  filter: Omit<ExchangeFilter, 'search'>,
  exchange: ExchangeSummary,
  place: IssuerPlace | undefined,
): boolean {
  const { client_id, user, endpoint, status, signIn, hasError, hasNote, isPinned, mark, since, until, actor } = filter
  return (
    isWanted(client_id, exchange.client_id) &&
    isWanted(user, exchange.user) &&
    isWanted(endpoint, exchange.endpoint) &&
    isWanted(signIn, exchange.signIn) &&
    isWanted(hasError, exchange.error !== undefined) &&
    isWanted(hasNote, exchange.note !== undefined) &&
    isWanted(isPinned, exchange.pinned === true) &&
    isWanted(mark, exchange.mark?.kind) &&
    (status === undefined || hasStatus(status, exchange.status)) &&
    (since === undefined || exchange.startedAt >= since) &&
    (until === undefined || exchange.startedAt < until) &&
    (actor === undefined || partiesOf(exchange, place).from === actor)
  )
}

function isWanted<Value>(wanted: Value | undefined, found: Value | undefined): boolean {
  return wanted === undefined || wanted === found
}

/** 4 means the class, 404 the status. */
function hasStatus(wanted: number, found: number | undefined): boolean {
  if (found === undefined) return false
  return wanted < 10 ? Math.floor(found / 100) === wanted : found === wanted
}
