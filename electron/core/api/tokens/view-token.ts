/** What is known of a token, from what the issuer keeps of it, what it says itself, and the exchange that gave it. */
import type { ForgedMark, TokenKind, TokenState, TokenView } from '#shared/contract/calls/tokens.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import { readJwt } from '../../recorder/read-jwt.ts'
import type { Store } from '../../store/store.ts'
import { hashToken } from './hash-token.ts'
import type { IssuedToken } from './read-issued.ts'
import { findStored, kindOf, type StoredToken } from './stored-tokens.ts'

export interface ViewParts {
  readonly store: Store
  readonly isRevoked: (jti: string, client_id?: unknown) => boolean
  readonly findMark: (token: string) => ForgedMark | undefined
}

export type TokenFacts = TokenView & { readonly token: string }

export function viewIssued(parts: ViewParts, issued: IssuedToken): TokenFacts {
  const { exchange, kind, token, beside } = issued
  const stored = isJwt(token) ? undefined : findStored(parts.store.records, token, kind)
  if (stored) return { ...viewStored(parts, stored), id: buildIssuedId(exchange.id, kind), exchange: exchange.id }
  const at = Math.floor((exchange.startedAt + (exchange.duration ?? 0)) / 1000)
  const about = {
    id: buildIssuedId(exchange.id, kind),
    exchange: exchange.id,
    at,
    client_id: exchange.client_id,
    user: exchange.user,
    scope: textOf(beside['scope']),
  }
  return isJwt(token) ? viewJwt(parts, token, kind, about) : viewGone(parts, token, kind, { ...about, beside })
}

export function viewStored(parts: ViewParts, { model, token, payload, consumedAt }: StoredToken): TokenFacts {
  const { store } = parts
  const { clientId, accountId, grantId, iat, exp, scope } = payload
  const isGone = typeof grantId === 'string' && store.records.find('Grant', grantId) === undefined
  const expiresAt = numberOf(exp)
  const kind = kindOf(model)
  return withMark(parts, {
    id: `${model}.${hashToken(token)}`,
    kind,
    format: 'opaque',
    state: stateOf({
      isConsumed: consumedAt !== undefined && kind === 'refresh_token',
      isRevoked: isGone,
      expiresAt,
      now: store.issuerNow(),
    }),
    client_id: textOf(clientId) ?? '',
    ...(typeof accountId === 'string' && { user: accountId }),
    audience: namesOf(payload['aud'] ?? payload['resource']),
    ...(typeof scope === 'string' && scope !== '' && { scope }),
    issuedAt: numberOf(iat) ?? 0,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(typeof grantId === 'string' && { grant: grantId }),
    token,
  })
}

export interface About {
  readonly id: string
  readonly exchange?: number | undefined
  /** Seconds since the epoch; where the token does not say when it was issued. */
  readonly at: number
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  readonly scope?: string | undefined
}

export function viewJwt(parts: ViewParts, token: string, kind: TokenKind, about: About): TokenFacts {
  const { aud, sub, client_id, azp, iat, exp, jti, scope } = readJwt(token)
  const expiresAt = numberOf(exp)
  const audience = namesOf(aud)
  const client = about.client_id ?? textOf(client_id) ?? textOf(azp) ?? (kind === 'id_token' ? audience[0] : undefined)
  const user = about.user ?? (sub === client ? undefined : textOf(sub))
  const grant = typeof jti === 'string' ? jti.split('.')[1] : undefined
  const isRevoked = kind === 'access_token' && typeof jti === 'string' && parts.isRevoked(jti, client_id)
  return withMark(parts, {
    id: about.id,
    kind,
    format: token.split('.').length === 5 ? 'encrypted' : 'jwt',
    state: stateOf({ isConsumed: false, isRevoked, expiresAt, now: parts.store.issuerNow() }),
    client_id: client ?? '',
    ...(user !== undefined && { user }),
    audience,
    ...scopeMember(scope, kind === 'access_token' ? about.scope : undefined),
    issuedAt: numberOf(iat) ?? about.at,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(grant !== undefined && { grant }),
    ...(about.exchange !== undefined && { exchange: about.exchange }),
    token,
  })
}

/** Opaque, and the issuer has it no more: it was revoked, unless its time is over. */
function viewGone(
  parts: ViewParts,
  token: string,
  kind: TokenKind,
  about: About & { beside: Readonly<Record<string, unknown>> },
): TokenFacts {
  const { lifetimes } = parts.store.settings.get()
  const lifetime = kind === 'refresh_token' ? lifetimes.refreshToken : numberOf(about.beside['expires_in'])
  const expiresAt = about.at + (lifetime ?? lifetimes.accessToken)
  return withMark(parts, {
    id: about.id,
    kind,
    format: 'opaque',
    state: stateOf({ isConsumed: false, isRevoked: true, expiresAt, now: parts.store.issuerNow() }),
    client_id: about.client_id ?? '',
    ...(about.user !== undefined && { user: about.user }),
    audience: [],
    ...scopeMember(about.scope, undefined),
    issuedAt: about.at,
    expiresAt,
    ...(about.exchange !== undefined && { exchange: about.exchange }),
    token,
  })
}

interface Fate {
  readonly isConsumed: boolean
  readonly isRevoked: boolean
  readonly expiresAt: number | undefined
  /** By the issuer's clock. */
  readonly now: number
}

/** What is over is over: whether it was revoked before that is kept no longer than it matters. */
function stateOf({ isConsumed, isRevoked, expiresAt, now }: Fate): TokenState {
  if (isConsumed) return 'rotated'
  if (expiresAt !== undefined && expiresAt <= now) return 'expired'
  return isRevoked ? 'revoked' : 'active'
}

function withMark({ findMark }: ViewParts, view: TokenFacts): TokenFacts {
  const forged = findMark(view.token)
  return forged ? { ...view, forged } : view
}

export function buildIssuedId(exchange: number, kind: TokenKind): string {
  return `${exchange}.${kind}`
}

/** Signed with three parts, or encrypted with five. */
export function isJwt(token: string): boolean {
  const parts = token.split('.').length
  return token.startsWith('ey') && (parts === 3 || parts === 5)
}

function scopeMember(...scopes: readonly unknown[]): { scope?: string } {
  const scope = scopes.map((given) => splitScope(given).join(' ')).find((given) => given !== '')
  return scope === undefined ? {} : { scope }
}

function namesOf(value: unknown): string[] {
  return [value].flat().filter((name) => typeof name === 'string')
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? Math.floor(value) : undefined
}
