/** What ends when a token is revoked, said beforehand and then done, by the rules of the issuer's own revocation endpoint. */
import type { Revoked } from '#shared/contract/calls/common.ts'
import type { Falls } from '#shared/contract/calls/tokens.ts'

import { readJwt } from '../../recorder/read-jwt.ts'
import type { Store } from '../../store/store.ts'
import { NOTHING, revokeGrant } from '../revoke.ts'
import { findStored } from './stored-tokens.ts'
import type { TokenFacts } from './view-token.ts'

/** Revoked by itself, and together with its grant. */
export function explainFalls(store: Store, view: TokenFacts): { alone: Falls; grant: Falls } {
  const grant = { ...explainGrant(store, view), grant: isThere(store, view.grant), itself: view.kind !== 'id_token' }
  return { grant, alone: explainAlone(store, view, grant) }
}

function explainAlone(store: Store, view: TokenFacts, whole: Falls): Falls {
  // RFC 7009 section 2.1: with a refresh token goes all that rests on the same grant.
  if (view.kind === 'refresh_token') return whole
  if (view.kind === 'id_token') return { itself: false, withIt: [], jwts: 'none', grant: false }
  const { withIt, jwts } = explainGrant(store, view)
  return { itself: true, withIt, jwts: jwts === 'none' ? 'none' : 'stay', grant: false }
}

const KINDS = {
  AccessToken: 'access_token',
  RefreshToken: 'refresh_token',
  AuthorizationCode: 'code',
} as const

function explainGrant(store: Store, { grant, token, kind }: TokenFacts): Pick<Falls, 'withIt' | 'jwts'> {
  if (grant === undefined) return { withIt: [], jwts: 'none' }
  const counts = store.records.countByGrantId(grant)
  const own = findStored(store.records, token, kind)?.model
  const withIt = Object.entries(KINDS).flatMap(([model, name]) => {
    const count = (counts[model] ?? 0) - (own === model ? 1 : 0)
    return count > 0 ? [{ kind: name, count }] : []
  })
  return { withIt, jwts: isThere(store, grant) ? 'all' : 'none' }
}

function isThere(store: Store, grant: string | undefined): boolean {
  return grant !== undefined && store.records.find('Grant', grant) !== undefined
}

/** Belongs into a transaction. */
export function revokeToken(store: Store, view: TokenFacts, withGrant: boolean): Revoked {
  const { kind, grant, token } = view
  if (kind === 'id_token' && !withGrant) return NOTHING
  if (grant !== undefined && (withGrant || kind === 'refresh_token')) return revokeGrant(store, grant)
  const stored = findStored(store.records, token, kind)
  if (stored) store.records.destroy(stored.model, token)
  else markJwt(store, token)
  // As the endpoint does: what is stored of the grant goes with it, the grant itself stays.
  const others = grant === undefined ? 0 : store.records.destroyByGrantId(grant)
  return { ...NOTHING, tokens: 1 + others }
}

function markJwt(store: Store, token: string): void {
  const { jti, exp } = readJwt(token)
  if (typeof jti === 'string') store.revokedTokens.add(jti, typeof exp === 'number' ? exp : store.issuerNow())
}
