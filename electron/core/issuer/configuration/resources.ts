import { errors, type Client as OidcClient, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'

import type { Api } from '#shared/model/api.ts'
import { canonicalResource } from '#shared/model/demo-api.ts'
import { OIDC_SCOPES } from '#shared/oauth/scope.ts'

import type { Store } from '../../store/store.ts'
import { settingsOf } from '../clients.ts'

/**
 * An API is named by `resource` (RFC 8707) or by `audience`; without either the client's default API is meant, and
 * without that the token is an opaque one for UserInfo.
 */
export function resourceIndicators(store: Store, issuer: string) {
  return {
    enabled: true,
    useGrantedResource: () => true,
    defaultResource: (ctx: KoaContextWithOIDC, client?: OidcClient, oneOf?: readonly string[]) =>
      oneOf ? chooseGranted(ctx, oneOf) : (requestedAudience(ctx) ?? defaultApi(store, client)),
    getResourceServerInfo: (ctx: KoaContextWithOIDC, resource: string) =>
      resourceServerInfo(findApi(store, issuer, resource), resource, ctx),
  }
}

/** A code granted for several APIs gives a token for one; the first that was named, unless the request says which. */
function chooseGranted(ctx: KoaContextWithOIDC, oneOf: readonly string[]): string | undefined {
  const audience = requestedAudience(ctx)
  return oneOf.find((resource) => resource === audience) ?? oneOf[0]
}

/** At the token endpoint oidc-provider drops parameters that a grant does not know, so the body is read as sent. */
function requestedAudience(ctx: KoaContextWithOIDC): string | undefined {
  const audience = ctx.oidc.params?.['audience'] ?? ctx.oidc.body?.['audience']
  if (audience === undefined || audience === '') return undefined
  if (typeof audience === 'string') return audience
  throw new errors.InvalidRequest('audience must be given once')
}

/** A default that was deleted since is no reason to refuse a request that never named it. */
function defaultApi(store: Store, client: OidcClient | undefined): string | undefined {
  const identifier = client && settingsOf(client).defaultApi
  return identifier !== undefined && store.apis.get(identifier) ? identifier : undefined
}

export function findApi(store: Store, issuer: string, resource: string): Api {
  const api = store.apis.get(resource) ?? store.apis.get(canonicalResource(issuer, resource))
  if (api) return api
  throw new errors.InvalidTarget(`no API is registered under ${JSON.stringify(resource.slice(0, 200))}`)
}

function resourceServerInfo(api: Api, resource: string, ctx: KoaContextWithOIDC): ResourceServer {
  return {
    scope: scopesFor(api, ctx).join(' '),
    audience: resource,
    accessTokenFormat: api.tokenFormat,
    accessTokenTTL: api.tokenLifetime,
    jwt: { sign: { alg: api.signingAlg } },
  }
}

/** A user's token says in `scope` all that was granted, the scopes of OpenID Connect among it; a machine has no user. */
function scopesFor(api: Api, ctx: KoaContextWithOIDC): string[] {
  const own = api.scopes.map(({ name }) => name)
  const machine = ctx.oidc.params?.['grant_type'] === 'client_credentials'
  return machine ? own : [...OIDC_SCOPES, ...own]
}
