import type { Endpoint, ExchangeError, ExchangeMark } from '#shared/model/exchange.ts'

/** An exchange as it was caught, cheap to make and to send to the thread that reads it. */
export interface RawExchange {
  readonly direction: 'in' | 'out'
  readonly startedAt: number
  readonly duration: number | undefined
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  /** Name, value, name, value … */
  readonly requestHeaders: readonly string[]
  readonly requestBody: RawBody
  readonly status: number | undefined
  /** Status line and headers as text. */
  readonly head: string
  readonly responseBody: RawBody
  readonly complete: boolean
  readonly remoteAddress: string
  readonly remotePort: number
  /** The same on a request and on the calls that were made out while it was handled; 0 when there were none. */
  readonly cause: number
  readonly annotation: Annotation | undefined
}

/**
 * A text goes to another thread for a fraction of what a buffer costs, which would drag the whole pool that it was cut
 * from along. Bytes are carried as one character each.
 */
export interface RawBody {
  /** At most the bound. */
  readonly text: string
  readonly encoding: 'utf8' | 'latin1'
  /** Bytes that were sent, kept or not. */
  readonly size: number
}

export const NO_BODY: RawBody = { text: '', encoding: 'latin1', size: 0 }

/** What only the part of the program that handled the exchange knows about it. */
export interface Annotation {
  readonly endpoint?: Endpoint | undefined
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  readonly grantType?: string | undefined
  readonly error?: ExchangeError | undefined
  readonly mark?: ExchangeMark | undefined
  /** Values that other exchanges of the same sign-in carry too, as `kind:value`; `correlate.ts` knows the kinds. */
  readonly keys?: readonly string[] | undefined
}
