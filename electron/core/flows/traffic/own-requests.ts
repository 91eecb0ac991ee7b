/**
 * Which recorded exchanges are the requests that a run has sent itself. Nothing on the wire says so: each has a
 * connection of its own, and the recorder keeps the port at its other end. What goes to another issuer is recorded where
 * it is sent, with the moment of sending.
 */
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

export interface OwnRequest {
  readonly run: string
  readonly step: string
  /** When the step was begun: one that was begun anew since has nothing to do with it. */
  readonly startedAt: number
  readonly method: string
  /** Path and query, as on the request line. */
  readonly path: string
  /** Whether it is recorded where it arrives, or only where it is sent. */
  readonly direction: 'in' | 'out'
  /** The port at the other end; of one that goes out, the moment at which it was sent. */
  readonly mark: number
  /** Not one that was sent beside it, such as for the issuer's keys. */
  readonly isMain: boolean
}

export interface OwnRequests {
  add(request: OwnRequest): void
  /** Whether a record may be one of them, before it is read whole. */
  mayBe(summary: ExchangeSummary): boolean
  take(exchange: Exchange): OwnRequest | undefined
  /** Resolves when none of the run's is missing any more, or after a moment. */
  settled(run: string): Promise<void>
}

/** Milliseconds. A record that has not come by then was dropped. */
const LONGEST_WAIT = 2_000

export function createOwnRequests(): OwnRequests {
  const missing = new Set<OwnRequest>()
  const waiting = new Set<() => void>()

  function forget(request: OwnRequest): void {
    if (missing.delete(request)) for (const check of waiting) check()
  }

  function isMissing(run: string): boolean {
    return missing.values().some((request) => request.run === run)
  }

  return {
    add(request) {
      missing.add(request)
      setTimeout(() => forget(request), LONGEST_WAIT).unref()
    },
    mayBe: (summary) => missing.values().some((request) => isSame(request, summary)),
    take({ remote, ...exchange }) {
      const mark = exchange.direction === 'in' ? remote?.port : exchange.startedAt
      const found = missing.values().find((request) => isSame(request, exchange) && request.mark === mark)
      if (found) forget(found)
      return found
    },
    settled(run) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const check = (): void => {
        if (isMissing(run)) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
      return promise
    },
  }
}

function isSame(
  request: OwnRequest,
  { method, url, direction }: Pick<ExchangeSummary, 'method' | 'url' | 'direction'>,
) {
  return direction === request.direction && request.method === method && url.endsWith(request.path)
}
