import type { ImportedExchange } from '#shared/har/imported-exchange.ts'
import type {
  Exchange,
  ExchangeOutline,
  ExchangeOutlineRequest,
  ExchangePage,
  ExchangePageRequest,
  ExchangeRow,
  ExchangeSummary,
  RecorderStats,
  Retention,
  SignInSummary,
} from '#shared/model/exchange.ts'

import type { ClientUse, Removed, Selection } from '../store/traffic/traffic-store.ts'
import type { PackedExchange } from './packed-exchange.ts'

export type { ClientUse, Removed, Selection } from '../store/traffic/traffic-store.ts'

/** What a person says of an exchange; what is left out stays as it is. */
export interface Annotating {
  readonly pinned?: boolean | undefined
  /** Empty: none any more. */
  readonly note?: string | undefined
}

/** What the recorder's thread can be asked, each answered in turn: a call sees all that was recorded before it. */
export interface Calls {
  page(request: ExchangePageRequest & Selection): ExchangePage
  outline(request: ExchangeOutlineRequest & Selection): ExchangeOutline
  rows(ids: readonly number[], search: string | undefined): readonly ExchangeRow[]
  signIns(signIns: readonly string[]): readonly SignInSummary[]
  get(id: number): Exchange | undefined
  collect(selection: Selection, limit: number): readonly Exchange[]
  remove(selection: Selection): number
  withhold(selection: Selection): Removed
  restore(batch: number): number
  /** Undefined: it is not there. */
  annotate(id: number, change: Annotating): ExchangeSummary | undefined
  import(exchanges: readonly ImportedExchange[], from: string | undefined): readonly ExchangeSummary[]
  stats(): RecorderStats
  clientUses(): readonly ClientUse[]
  setRetention(retention: Retention): void
  flush(): void
  close(): void
}

export type CallName = keyof Calls

export type ToWorker =
  | {
      readonly kind: 'record'
      readonly batch: readonly PackedExchange[]
      readonly size: number
      readonly dropped: number
    }
  | { readonly kind: 'call'; readonly call: number; readonly name: CallName; readonly args: readonly unknown[] }
  | { readonly kind: 'watch'; readonly watching: boolean }

export type FromWorker =
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly call: number; readonly message: string }
  | { readonly kind: 'recorded'; readonly exchanges: readonly ExchangeSummary[] }
  /** How many of those sent have been stored: what tells the sender when the thread is behind. */
  | { readonly kind: 'taken'; readonly count: number; readonly size: number }
  | { readonly kind: 'problem'; readonly message: string }

export interface WorkerSettings {
  /** Left out: in memory. */
  readonly file: string | undefined
  /** The path of the issuer's address, when it lives below one. */
  readonly mount: string
  readonly retention: Retention
}
