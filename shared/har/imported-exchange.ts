import type { Exchange } from '#shared/model/exchange.ts'

/** An exchange as a file tells of it, before it has a number here. */
export interface ImportedExchange extends Pick<
  Exchange,
  'startedAt' | 'duration' | 'request' | 'response' | 'remote' | 'note'
> {
  /** What an export of ours says beside what HAR has a place for. */
  readonly ours?: OwnFacts | undefined
}

export interface OwnFacts extends Pick<
  Exchange,
  'direction' | 'endpoint' | 'grantType' | 'client_id' | 'user' | 'error' | 'handover' | 'pinned'
> {
  /** The number of the sign-in within the file. */
  readonly signIn?: number | undefined
  readonly isResent?: true | undefined
}
