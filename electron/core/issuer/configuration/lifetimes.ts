import type { Configuration } from 'oidc-provider'

import type { Store } from '../../store/store.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Read at each token, so that a changed lifetime holds from the next one on. An API's own lifetime goes first. */
export function lifetimes(store: Store): NonNullable<Configuration['ttl']> {
  const current = () => store.settings.get().lifetimes
  return {
    AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? current().accessToken,
    ClientCredentials: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? current().accessToken,
    AuthorizationCode: () => current().authorizationCode,
    IdToken: () => current().idToken,
    RefreshToken: () => current().refreshToken,
    DeviceCode: () => current().deviceCode,
    BackchannelAuthenticationRequest: (ctx) => requestedExpiry(ctx?.oidc.params?.['requested_expiry']),
    Interaction: () => HOUR,
    Session: () => current().session,
    Grant: () => Math.max(14 * DAY, current().session, current().refreshToken, current().accessToken),
  }
}

function requestedExpiry(seconds: unknown): number {
  return Math.min(10 * MINUTE, Number(seconds) || 10 * MINUTE)
}
