import type { IssuerMetadata, JsonObject } from '../flows/flow.ts'
import type { ClientMetadata } from './client.ts'

/** An issuer that runs elsewhere, and the clients that a person has registered there. */
export interface OutsideIssuer {
  readonly id: string
  readonly name: string
  /** As its metadata spell it; the same as the address that it was asked for by. */
  readonly issuer: string
  /** Where its metadata were found. */
  readonly discovery: string
  /** As last fetched. */
  readonly metadata: IssuerMetadata
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number
  /** By the names of RFC 7591, without their secrets: those are kept elsewhere. */
  readonly clients: readonly ClientMetadata[]
  /** What a walkthrough calls with the token. */
  readonly api?: OutsideApi | undefined
}

export interface OutsideApi {
  readonly name?: string | undefined
  readonly url: string
  readonly method: string
  /** What the call needs; empty where it needs none. */
  readonly scope: string
  readonly body?: string | undefined
}

/** What a client proves itself with. Never in a list, a log, a draft or an export. */
export interface OutsideSecrets {
  readonly client_secret?: string | undefined
  /** Its private key (RFC 7517). */
  readonly private_key?: JsonObject | undefined
}

/** Whether a secret is there; `missing`: the client needs one, and it has to be typed in again. */
export type SecretState = 'none' | 'there' | 'missing'

/**
 * Stands where a secret of an outside client goes, in whatever is shown, kept or recorded. The secret itself is put in
 * at the moment of sending.
 */
export const KEPT_SECRET = 'kept-by-valet-key'
