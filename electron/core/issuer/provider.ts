import type { EventEmitter } from 'node:events'

import { type KoaContextWithOIDC, Provider } from 'oidc-provider'

import type { ClientMetadata } from '#shared/model/client.ts'
import { isLoopbackHttp, sameLoopbackAddress } from '#shared/oauth/loopback.ts'
import { isOidcScope } from '#shared/oauth/scope.ts'

import { type Annotate, annotateErrors, annotateExchanges } from './annotate.ts'
import { buildConfiguration, type ConfigurationOptions } from './configuration/build-configuration.ts'
import { createCookieSignatures } from './cookie-signatures.ts'
import { registerGrants } from './grants/index.ts'
import { createInteractionRouter } from './interactions/router.ts'
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
import { createJwtAccessTokens, recogniseJwtAccessTokens } from './jwt-access-tokens.ts'
import { acceptUnencodedSecrets } from './middleware/basic-credentials.ts'
import { createCors } from './middleware/cors.ts'
import { completeDiscovery } from './middleware/discovery.ts'
import { answerWhenDurable } from './middleware/durable.ts'
import { leaveEmptyBodyUntyped } from './middleware/empty-body.ts'
import { createNotFound } from './middleware/not-found.ts'
import { createPostAsGet } from './middleware/post-as-get.ts'
import { resumeWithoutQuery } from './middleware/resume-without-query.ts'
import { createSecurityHeaders } from './middleware/security-headers.ts'
import { reuseClients } from './reuse-clients.ts'
import { orderIds } from './ordered-ids.ts'
import { createOutgoingFetch } from './outgoing-fetch.ts'
import { nameUnauthorizedClients } from './unauthorized-client.ts'
import { acceptBase64Verifiers } from './base64-verifiers.ts'
import { pacePolling } from './polling.ts'
import { keepRequestedClaims } from './requested-claims.ts'

export interface ProviderOptions extends ConfigurationOptions {
  readonly frameAncestors: readonly string[]
  readonly behindProxy: boolean
  readonly now: () => number
  readonly annotate: Annotate
  readonly onServerError: (ctx: { method: string; path: string }, error: Error) => void
}

/** One oidc-provider with all that makes it this issuer. Built anew whenever what it was built from has changed. */
export function buildProvider(options: ProviderOptions): Provider {
  const { store, issuer, clients } = options
  const provider = new Provider(issuer, buildConfiguration(options))
  provider.silent = true
  provider.keys = createCookieSignatures(options.cookieKeys)
  provider.proxy = options.behindProxy

  allowPlainToken(provider)
  allowImplicitOnLoopback(provider)
  allowApiScopes(provider, (scope) => isOidcScope(scope) || isApiScope(store.apis.list(), scope))
  widenRedirects(provider, acceptsRedirect)
  grantOfflineAccessWithoutPrompt(provider)
  hashStateWithCode(provider)
  onClientKnown(provider, assignDefaultScope)
  orderIds(provider)
  reuseClients(provider, clients)
  const jwtAccessTokens = createJwtAccessTokens(store, issuer)
  recogniseJwtAccessTokens(provider, store, jwtAccessTokens)
  keepRequestedClaims(provider, store)
  acceptBase64Verifiers(provider)
  beginSessionsWithErrorPages(provider)
  pacePolling(provider)
  registerGrants({ provider, store, jwtAccessTokens, fetch: createOutgoingFetch(store, options.fetch) })

  provider.use(annotateExchanges(options.annotate))
  provider.use(answerWhenDurable(store))
  provider.use(leaveEmptyBodyUntyped)
  provider.use(createSecurityHeaders(options.frameAncestors))
  provider.use(createCors(store))
  provider.use(completeDiscovery(store))
  provider.use(createNotFound(options.showPage, issuer))
  provider.use(createPostAsGet(issuer))
  provider.use(resumeWithoutQuery)
  provider.use(acceptUnencodedSecrets((id) => clients.find(id)))
  provider.use(createInteractionRouter({ ...options, provider }))

  nameUnauthorizedClients(provider)
  annotateErrors(provider, options.annotate)
  provider.on('server_error', options.onServerError)
  reportUnexpected(provider, options.onServerError)
  return provider
}

interface Failed {
  readonly method: string
  readonly path: string
  readonly req: { readonly socket: { readonly destroyed: boolean } }
}

/** Koa's own event, for what none of oidc-provider's error handlers saw; without a listener it would print the error. */
function reportUnexpected(provider: Provider, report: ProviderOptions['onServerError']): void {
  const emitter: EventEmitter = provider
  emitter.on('error', (error: Error & { expose?: boolean; code?: unknown }, ctx?: Failed) => {
    if (!error.expose && !isHangUp(error, ctx)) report(ctx ?? { method: '', path: '' }, error)
  })
}

const HANG_UPS: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ECANCELED'])

/** Koa takes it for an error when the client goes away before it has read its answer. */
function isHangUp({ code }: { code?: unknown }, ctx: Failed | undefined): boolean {
  return ctx !== undefined && ctx.req.socket.destroyed && HANG_UPS.has(code)
}

function isApiScope(apis: readonly { scopes: readonly { name: string }[] }[], scope: string): boolean {
  return apis.some(({ scopes }) => scopes.some(({ name }) => name === scope))
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

function acceptsRedirect(
  client: unknown,
  uri: string,
  registered: 'redirect_uris' | 'post_logout_redirect_uris',
): boolean {
  const { applicationType, redirectUris, postLogoutRedirectUris, valetkey } = client as RegisteredAddresses
  if (valetkey?.anyLoopbackRedirect && isLoopbackHttp(uri) && !uri.includes('#')) return true
  const known = (registered === 'redirect_uris' ? redirectUris : postLogoutRedirectUris) ?? []
  return applicationType === 'native' && known.some((address) => sameLoopbackAddress(uri, address))
}
