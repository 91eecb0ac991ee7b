/** What the recorder offers to the rest of the program. It runs in a thread of its own; see `create-recorder.ts`. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Answer, Draft } from '#shared/flows/flow.ts'
import type {
  Endpoint,
  Exchange,
  ExchangePage,
  ExchangePageRequest,
  ExchangeSummary,
  RecorderStats,
  Retention,
} from '#shared/model/exchange.ts'

import type { Selection } from './messages.ts'
import type { Annotation } from './raw-exchange.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface Recorder {
  /** Records every exchange that the handler answers; `origin` completes the addresses. */
  record(origin: string, handler: Handler, endpoint?: Endpoint): Handler
  /** A fetch that is recorded too, for the calls that the program makes out. */
  recordFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  /** What the program sent over a connection of its own, and what came back. */
  recordOut(sent: SentExchange): void
  /** What did not get as far as a request: bytes that are no HTTP, a header that is too large. */
  recordBroken(broken: BrokenRequest): void
  /** Adds to the record of a request what only its handler knows. */
  annotate(request: IncomingMessage, annotation: Annotation): void

  page(request: ExchangePageRequest): Promise<ExchangePage>
  get(id: number): Promise<Exchange | undefined>
  /** Whole exchanges for an export, oldest first, at most `limit`. */
  collect(selection: Selection, limit: number): Promise<readonly Exchange[]>
  /** How many were removed. An empty selection: all. */
  remove(selection: Selection): Promise<number>
  stats(): Promise<RecorderStats>
  setRetention(retention: Retention): void
  /**
   * Everything newer than `after`, in order and without a gap: first what is stored, then what comes. Left out, only
   * what comes. Gives back how to end it.
   */
  subscribe(listener: (exchange: ExchangeSummary) => void, after?: number): () => void
  /** Resolves when all that was delivered before the call is stored. */
  flush(): Promise<void>
  close(): Promise<void>
}

export interface SentExchange {
  readonly draft: Draft
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly duration: number
  /** Left out: none came. */
  readonly answer: Answer | undefined
  readonly reason: string | undefined
  readonly endpoint: Endpoint | undefined
}

export interface BrokenRequest {
  readonly reason: string
  readonly bytes: Uint8Array
  /** Left out when nothing could be answered any more. */
  readonly status: number | undefined
  readonly remoteAddress: string
  readonly remotePort: number
  /** Of which the bytes are a part, when its headers had been read already. */
  readonly request?: IncomingMessage | undefined
}
