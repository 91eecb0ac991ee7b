import type { KoaContextWithOIDC, Provider } from 'oidc-provider'

import type { ClientMetadata } from '#shared/model/client.ts'
import { isLoopbackHttp, sameLoopbackAddress } from '#shared/oauth/loopback.ts'
import { isOidcScope } from '#shared/oauth/scope.ts'

import type { Store } from '../../store/store.ts'
import type { ClientLookup } from '../clients.ts'
import { acceptBase64Verifiers } from './base64-verifiers.ts'
import {
  allowApiScopes,
  allowImplicitOnLoopback,
  allowPlainToken,
  beginSessionsWithErrorPages,
  grantOfflineAccessWithoutPrompt,
  hashStateWithCode,
  onClientKnown,
  widenRedirects,
} from './internals.ts'
import { type JwtAccessTokens, recogniseJwtAccessTokens } from './jwt-access-tokens.ts'
import { orderIds } from './ordered-ids.ts'
import { pacePolling } from './polling.ts'
import { keepRequestedClaims } from './requested-claims.ts'
import { reuseClients } from './reuse-clients.ts'
import { nameUnauthorizedClients } from './unauthorized-client.ts'

export interface AdaptationParts {
  readonly store: Store
  readonly clients: ClientLookup
  readonly jwtAccessTokens: JwtAccessTokens
  /** Origin of the playground's own screens. */
  readonly screens: string
}

/** All that this issuer does otherwise than oidc-provider by itself, one line each; the reason stands with each. */
export function adapt(provider: Provider, { store, clients, jwtAccessTokens, screens }: AdaptationParts): void {
  if (store.settings.get().features.implicit) allowPlainToken(provider)
  allowImplicitOnLoopback(provider)
  allowApiScopes(provider, (scope) => isOidcScope(scope) || isApiScope(store, scope))
  widenRedirects(provider, (client, uri, registered) => acceptsRedirect(client, asRegistered(uri, screens), registered))
  grantOfflineAccessWithoutPrompt(provider)
  hashStateWithCode(provider)
  onClientKnown(provider, assignDefaultScope)
  orderIds(provider)
  reuseClients(provider, clients)
  recogniseJwtAccessTokens(provider, store, jwtAccessTokens)
  keepRequestedClaims(provider, store)
  acceptBase64Verifiers(provider)
  beginSessionsWithErrorPages(provider)
  pacePolling(provider)
  nameUnauthorizedClients(provider)
}

function isApiScope(store: Store, scope: string): boolean {
  return store.apis.list().some(({ scopes }) => scopes.some(({ name }) => name === scope))
}

/** RFC 6749 section 3.3: a request without a scope means the client's default, the scope that it registered with. */
function assignDefaultScope({ oidc }: KoaContextWithOIDC): void {
  const isAuthorization = oidc.route === 'authorization' || oidc.route === 'pushed_authorization_request'
  if (!isAuthorization || !oidc.params || !oidc.client?.scope) return
  if (oidc.params['scope'] === undefined && oidc.params['request'] === undefined)
    oidc.params['scope'] = oidc.client.scope
}

interface RegisteredAddresses {
  readonly applicationType?: string
  readonly redirectUris?: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
  readonly valetkey?: ClientMetadata['valetkey']
}

/**
 * The playground's own pages are registered as they are by default, on port 4401. Where the screens have another port,
 * the same pages are meant.
 */
function asRegistered(uri: string, screens: string): string {
  return OWN_PAGES.find((page) => uri === page.replace(OWN_ORIGIN, screens)) ?? uri
}

const OWN_ORIGIN = 'http://localhost:4401'
const OWN_PAGES = [`${OWN_ORIGIN}/callback`, `${OWN_ORIGIN}/`]

function acceptsRedirect(
  client: unknown,
  uri: string,
  registered: 'redirect_uris' | 'post_logout_redirect_uris',
): boolean {
  const { applicationType, redirectUris, postLogoutRedirectUris, valetkey } = client as RegisteredAddresses
  if (valetkey?.anyLoopbackRedirect && isLoopbackHttp(uri) && !uri.includes('#')) return true
  const known = (registered === 'redirect_uris' ? redirectUris : postLogoutRedirectUris) ?? []
  if (OWN_PAGES.includes(uri) && known.includes(uri)) return true
  return applicationType === 'native' && known.some((address) => sameLoopbackAddress(uri, address))
}
