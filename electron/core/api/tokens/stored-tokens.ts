/** Opaque tokens as the issuer keeps them: the id of such a record is the token itself. */
import type { TokenKind } from '#shared/contract/calls/tokens.ts'

import type { RecordTable, StoredRecord } from '../../store/store.ts'
import { hashToken } from './hash-token.ts'

export const TOKEN_MODELS = ['AccessToken', 'ClientCredentials', 'RefreshToken'] as const
export type TokenModel = (typeof TOKEN_MODELS)[number]

export interface StoredToken extends StoredRecord {
  readonly model: TokenModel
  readonly token: string
}

export function kindOf(model: TokenModel): TokenKind {
  return model === 'RefreshToken' ? 'refresh_token' : 'access_token'
}

export function findStored(records: RecordTable, token: string, kind?: TokenKind): StoredToken | undefined {
  for (const model of TOKEN_MODELS) {
    if (kind !== undefined && kindOf(model) !== kind) continue
    const record = records.find(model, token)
    if (record) return { ...record, model, token }
  }
  return undefined
}

const PAGE = 200

/** By the hash of it. They are few as long as APIs take JWTs, and a hash takes a microsecond. */
export function findByHash(records: RecordTable, model: TokenModel, hash: string): StoredToken | undefined {
  for (const stored of walkModel(records, model, {}, undefined)) if (hashToken(stored.token) === hash) return stored
  return undefined
}

export interface Owner {
  readonly clientId?: string | undefined
  readonly accountId?: string | undefined
}

export interface Place {
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly hash: string
}

/** All models, the newest first, from behind a place on. */
export function* walkStored(records: RecordTable, owner: Owner, from: Place | undefined): Generator<StoredToken> {
  // The place may be in the middle of a millisecond, so that millisecond is walked again.
  const before = from === undefined ? undefined : timePrefix(from.time + 1)
  const walks = TOKEN_MODELS.map((model) => walkModel(records, model, owner, before))
  const heads = walks.map((walk) => walk.next())
  let isBehind = from === undefined
  for (;;) {
    const index = indexOfNewest(heads)
    if (index === undefined) return
    const { value } = heads[index] as IteratorYieldResult<StoredToken>
    heads[index] = walks[index]?.next() ?? { done: true, value: undefined }
    if (isBehind || from === undefined || timeOf(value.token) < from.time) yield value
    else isBehind = hashToken(value.token) === from.hash
  }
}

function indexOfNewest(heads: readonly IteratorResult<StoredToken, void>[]): number | undefined {
  let newest: number | undefined
  let token = ''
  for (const [index, head] of heads.entries()) {
    if (head.done === true || head.value.token <= token) continue
    newest = index
    token = head.value.token
  }
  return newest
}

function* walkModel(
  records: RecordTable,
  model: TokenModel,
  owner: Owner,
  before: string | undefined,
): Generator<StoredToken, void> {
  for (let last = before; ;) {
    const page = records.newest(model, { ...owner, before: last, limit: PAGE })
    for (const { id, ...record } of page) yield { ...record, model, token: id }
    if (page.length < PAGE) return
    last = page.at(-1)?.id
  }
}

const PREFIX = 9

function timePrefix(time: number): string {
  return time.toString(36).padStart(PREFIX, '0')
}

/** When it was made, in milliseconds; see `issuer/adaptations/ordered-ids.ts`. */
export function timeOf(token: string): number {
  const time = Number.parseInt(token.slice(0, PREFIX), 36)
  return Number.isNaN(time) ? 0 : time
}
