/** Name and value as they stood on the wire, in their order; a name may stand twice. */
export type HeaderPair = readonly [name: string, value: string]

export interface RecordedBody {
  /** As UTF-8; bytes that are no UTF-8 stand as base64 instead. */
  readonly text: string
  readonly encoding: 'utf8' | 'base64'
  /** Bytes that were sent, kept or not. */
  readonly size: number
  /** Larger than the bound; only its beginning was kept. */
  readonly truncated: boolean
}

export interface RecordedRequest {
  readonly method: string
  /** As the client addressed it. */
  readonly url: string
  readonly httpVersion: string
  readonly headers: readonly HeaderPair[]
  readonly body: RecordedBody
}

export interface RecordedResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: readonly HeaderPair[]
  readonly body: RecordedBody
}

/** What a redirect, or a page that posts itself, hands to the application. */
export interface Handover {
  readonly url: string
  readonly via: 'query' | 'fragment' | 'form_post'
  readonly parameters: Readonly<Record<string, string>>
}

export interface ExchangeError {
  /** The protocol's own code. */
  readonly code: string
  readonly description?: string | undefined
  /** The issuer's reason, which clients never see. */
  readonly reason?: string | undefined
}

/** What kind of address was called. `outgoing` ones are those that the issuer itself calls. */
export const ENDPOINTS = [
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'introspection',
  'revocation',
  'pushed_authorization_request',
  'device_authorization',
  'code_verification',
  'backchannel_authentication',
  'registration',
  'end_session',
  'discovery',
  'interaction',
  'approvals',
  'api',
  'resource_metadata',
  'callback',
  'outgoing_jwks',
  'outgoing_backchannel_logout',
  'outgoing_metadata_document',
  'outgoing_introspection',
  'outgoing_other',
  'unknown',
] as const

export type Endpoint = (typeof ENDPOINTS)[number]

/** Who can be the sender of a request. A user is none: what they do comes from the browser. */
export const SENDERS = ['browser', 'client', 'issuer', 'api'] as const

export type Sender = (typeof SENDERS)[number]
/** How an exchange came here, where it is not an application's own. */
export interface ExchangeMark {
  /** `resent`: sent by a person from here. `imported`: read from a file. */
  readonly kind: 'resent' | 'imported'
  /** The number of the exchange that it was made from, or the name of the file. */
  readonly from?: string | undefined
  /** An imported one that somebody's playground had resent. */
  readonly isResent?: true | undefined
}

/** The list's view of an exchange. */
export interface ExchangeSummary {
  /** Grows with every exchange; also the cursor of a page. */
  readonly id: number
  /** What belongs to one sign-in carries the same value. */
  readonly signIn?: string | undefined
  readonly direction: 'in' | 'out'
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** Milliseconds until the last byte; left out when it never came. */
  readonly duration?: number | undefined
  readonly endpoint: Endpoint
  readonly grantType?: string | undefined
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  readonly method: string
  readonly url: string
  /** Left out when the connection ended before an answer. */
  readonly status?: number | undefined
  readonly error?: ExchangeError | undefined
  readonly mark?: ExchangeMark | undefined
  /** Stays when others leave by age or count. */
  readonly pinned?: true | undefined
  /** What a person has written to it. */
  readonly note?: string | undefined
}

export interface Exchange extends ExchangeSummary {
  readonly request: RecordedRequest
  readonly response: RecordedResponse | 'aborted'
  readonly handover?: Handover | undefined
  readonly remote?: { readonly address: string; readonly port: number } | undefined
}

export interface ExchangeFilter {
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  readonly endpoint?: Endpoint | undefined
  /** A status such as 400, or a class such as 4 for all from 400 to 499. */
  readonly status?: number | undefined
  readonly signIn?: string | undefined
  readonly hasError?: boolean | undefined
  readonly hasNote?: boolean | undefined
  readonly isPinned?: boolean | undefined
  readonly mark?: ExchangeMark['kind'] | undefined
  /** Who sent the request. */
  readonly actor?: Sender | undefined
  /** Milliseconds since the epoch. */
  readonly since?: number | undefined
  readonly until?: number | undefined
  /** Words that must all stand somewhere in the address, the parameters, the headers or the bodies. */
  readonly search?: string | undefined
}

export interface ExchangePageRequest extends ExchangeFilter {
  /** Only what is older than this id. */
  readonly before?: number | undefined
  /** Only what is newer than this id; the page is then the oldest of those. */
  readonly after?: number | undefined
  readonly limit: number
}

export interface ExchangePage {
  /** Newest first, or with `after` oldest first. */
  readonly items: readonly ExchangeSummary[]
  /** Hand it in as `before` (or `after`) for the next page; left out on the last. */
  readonly next?: number | undefined
}

/** A part of all that fits a filter, newest first, in as few characters as there can be: a list of any length is shown by it. */
export interface ExchangeOutline {
  /** Runs of ids, each from the newest to the oldest of it. */
  readonly ids: readonly (readonly [newest: number, oldest: number])[]
  readonly signIns: readonly string[]
  /** For each exchange, in the order of the runs, its sign-in: the place in `signIns` and one, or 0 for none. */
  readonly signIn: readonly number[]
  /** The places, in the order of the runs, of those that have an error. */
  readonly failed: readonly number[]
  /** Hand it in as `before` for the next part; left out on the last. */
  readonly next?: number | undefined
}

export interface ExchangeOutlineRequest extends ExchangeFilter {
  readonly before?: number | undefined
  readonly limit: number
}

/** An exchange as a list shows it. */
export interface ExchangeRow extends ExchangeSummary {
  /** Where the first word that was searched for stands, with what is around it, when that is not in the address. */
  readonly excerpt?: string | undefined
}

/** What a sign-in came to, in short. */
export interface SignInSummary {
  readonly signIn: string
  readonly startedAt: number
  readonly endedAt: number
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  /** Tokens were given out. */
  readonly hasTokens: boolean
  /** The code of the last error in it. */
  readonly error?: string | undefined
}

export interface RecorderStats {
  readonly stored: number
  readonly recorded: number
  /** Not kept, because more came than could be written. */
  readonly dropped: number
  /** Left by age or count. */
  readonly expired: number
}

export interface Retention {
  readonly maxCount: number
  /** Seconds. */
  readonly maxAge: number
}

export const RETENTION_DEFAULTS: Retention = { maxCount: 50_000, maxAge: 7 * 24 * 3600 }

/** Characters of a note. */
export const LONGEST_NOTE = 2_000

/** Bytes of a body that are kept. */
export const BODY_BOUND = 256 * 1024
