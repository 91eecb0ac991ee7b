/** What the recorder offers to the rest of the program. It runs in a thread of its own; see `create-recorder.ts`. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Answer, Draft } from '#shared/flows/flow.ts'
import type { ImportedExchange } from '#shared/har/imported-exchange.ts'
import type {
  Endpoint,
  Exchange,
  ExchangeOutline,
  ExchangeOutlineRequest,
  ExchangeMark,
  ExchangePage,
  ExchangePageRequest,
  ExchangeRow,
  ExchangeSummary,
  RecorderStats,
  Retention,
  SignInSummary,
} from '#shared/model/exchange.ts'

import type { Annotating, ClientUse, Removed, Selection } from './messages.ts'
import type { Annotation, RawExchange } from './raw-exchange.ts'

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

  /** The request that comes from this port is one of ours; it is recorded with the mark. */
  expectMarked(port: number, mark: ExchangeMark): void
  /** An exchange that the program had with somebody else. */
  recordOwn(exchange: RawExchange): void

  page(request: ExchangePageRequest & Selection): Promise<ExchangePage>
  /** All that fits, a part at a time, by nothing but ids, sign-ins and whether there was an error. */
  outline(request: ExchangeOutlineRequest & Selection): Promise<ExchangeOutline>
  /** These, as a list shows them; with where the words stand that were searched for. */
  rows(ids: readonly number[], search?: string): Promise<readonly ExchangeRow[]>
  signIns(signIns: readonly string[]): Promise<readonly SignInSummary[]>
  get(id: number): Promise<Exchange | undefined>
  /** Whole exchanges for an export, oldest first, at most `limit`. */
  collect(selection: Selection, limit: number): Promise<readonly Exchange[]>
  /** How many were removed. An empty selection: all. */
  remove(selection: Selection): Promise<number>
  /** Removed for good after a minute, or with the end of the program; until then they can be restored. */
  withhold(selection: Selection): Promise<Removed>
  /** How many are there again. */
  restore(batch: number): Promise<number>
  /** Pins it or writes a note to it; undefined when it is not there. */
  annotateStored(id: number, change: Annotating): Promise<ExchangeSummary | undefined>
  /** Stores what was read from a file, as if it had been recorded now. */
  import(exchanges: readonly ImportedExchange[], from: string | undefined): Promise<readonly ExchangeSummary[]>
  stats(): Promise<RecorderStats>
  /** When each client was heard of last. */
  clientUses(): Promise<readonly ClientUse[]>
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
