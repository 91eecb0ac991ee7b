import type { Endpoint, ExchangeError } from '#shared/model/exchange.ts'

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
  readonly annotation: Annotation | undefined
}

export interface RawBody {
  /** At most the bound. */
  readonly bytes: Uint8Array | undefined
  readonly size: number
}

/** What only the part of the program that handled the exchange knows about it. */
export interface Annotation {
  readonly endpoint?: Endpoint | undefined
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  readonly grantType?: string | undefined
  readonly error?: ExchangeError | undefined
  /** Values that other exchanges of the same sign-in carry too, such as the id of a grant. */
  readonly keys?: readonly string[] | undefined
}
