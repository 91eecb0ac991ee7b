import { type ClaimsParameter, Provider } from 'oidc-provider'

import type { Store } from '../../store/store.ts'
import { issuerSeconds } from './moved-clock.ts'

const MODEL = 'RequestedClaims'

/**
 * What the `claims` parameter asked of UserInfo, the library keeps only with tokens that are for UserInfo alone. Here a
 * token for an API is good there, too, so it gets the claims of its request. A JWT has no room for them: they are kept
 * beside it, as long as it lives.
 */
export function keepRequestedClaims(provider: Provider, store: Store): void {
  const { prototype } = provider.AccessToken
  const { save } = prototype
  prototype.save = function saveWithClaims() {
    const claims = this.claims ?? requestedClaims()
    if (claims?.userinfo) this.claims = claims
    return save.call(this)
  }
  provider.on('access_token.issued', ({ jti, claims, grantId, remainingTTL }) => {
    if (!claims?.userinfo) return
    store.records.upsert(MODEL, jti, { claims, grantId }, issuerSeconds() + remainingTTL)
  })
}

export function findRequestedClaims(store: Store, jti: string): unknown {
  return store.records.find(MODEL, jti)?.payload['claims']
}

/** At the token endpoint they are known to whatever the token is given for. */
function requestedClaims(): ClaimsParameter | undefined {
  const { entities, claims } = Provider.ctx?.oidc ?? {}
  const { AuthorizationCode, RefreshToken, DeviceCode, BackchannelAuthenticationRequest } = entities ?? {}
  const source = AuthorizationCode ?? RefreshToken ?? DeviceCode ?? BackchannelAuthenticationRequest
  return source?.claims ?? claims
}
