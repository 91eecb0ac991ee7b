/**
 * Requests that the program sends to its own issuer for a person. Nothing on the wire says so: each has a connection of
 * its own, and is known by the port at the other end.
 */
import { putLast } from '#shared/collections/put-last.ts'
import type { ExchangeMark } from '#shared/model/exchange.ts'

import type { RawExchange } from './raw-exchange.ts'

/** Those whose answer never comes are forgotten. */
const MOST = 100

export interface OwnRequests {
  expect(port: number, mark: ExchangeMark): void
  mark(exchange: RawExchange): RawExchange
}

export function createOwnRequests(): OwnRequests {
  const marks = new Map<number, ExchangeMark>()
  return {
    expect: (port, mark) => putLast(marks, port, mark, MOST),
    mark(exchange) {
      const mark = exchange.direction === 'in' && marks.size > 0 ? marks.get(exchange.remotePort) : undefined
      if (mark === undefined) return exchange
      marks.delete(exchange.remotePort)
      return { ...exchange, annotation: { ...exchange.annotation, mark } }
    },
  }
}
