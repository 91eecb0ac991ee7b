import type { Configuration } from 'oidc-provider'

import { ACR, GRANT, ROUTES } from '#shared/oauth/protocol.ts'
import { OIDC_SCOPES } from '#shared/oauth/scope.ts'

import { claimsByScope, createFindAccount } from '../accounts.ts'
import { createAdapterFactory } from '../adapter.ts'
import { type ClientLookup, settingsOf } from '../clients.ts'
import { extraClientMetadata } from '../dynamic-registration.ts'
import { extraTokenClaims } from '../grants/extra-claims.ts'
import { mountOf } from '../mount.ts'
import { createOutgoingFetch } from '../outgoing-fetch.ts'
import { buildSigners } from '../signing/signers.ts'
import { buildFeatures, type FeatureOptions } from './features.ts'
import { cookieNames } from './cookies.ts'
import { createLoadExistingGrant } from './grants-of-users.ts'
import { buildInteractionPolicy } from './interaction-policy.ts'
import { lifetimes } from './lifetimes.ts'
import { createRenderError } from './pages.ts'
import { demandsPkce, rotatesRefreshTokens } from './policies.ts'
import { responseTypesOn } from './what-is-on.ts'

export interface ConfigurationOptions extends FeatureOptions {
  readonly clients: ClientLookup
  readonly cookieKeys: readonly string[]
  readonly fetch: typeof globalThis.fetch
}

const ALGS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const
const ALGS_OF_CLIENTS = [...ALGS, 'Ed25519', 'HS256'] as const

export function buildConfiguration(options: ConfigurationOptions): Configuration {
  const { store, issuer, clients } = options
  return {
    acrValues: Object.values(ACR),
    adapter: createAdapterFactory({ store, findClient: async (id) => clients.find(id), now: store.issuerNow }),
    claims: claimsByScope(store.users.list()),
    clientBasedCORS: () => true,
    clientDefaults: { token_endpoint_auth_method: 'client_secret_basic' },
    // ID tokens carry the claims of the granted scopes, as those of most issuers in the field do.
    conformIdTokenClaims: false,
    cookies: {
      keys: [...options.cookieKeys],
      names: cookieNames(issuer),
    },
    enabledJWA: {
      authorizationSigningAlgValues: [...ALGS],
      clientAuthSigningAlgValues: [...ALGS_OF_CLIENTS],
      dPoPSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256'],
      idTokenSigningAlgValues: [...ALGS, 'HS256'],
      introspectionSigningAlgValues: [...ALGS],
      requestObjectSigningAlgValues: [...ALGS_OF_CLIENTS],
      userinfoSigningAlgValues: [...ALGS],
    },
    extraClientMetadata,
    extraParams: ['audience'],
    extraTokenClaims,
    features: buildFeatures(options),
    fetch: createOutgoingFetch(store, options.fetch),
    findAccount: createFindAccount(store),
    interactions: {
      policy: buildInteractionPolicy(store),
      url: (_ctx, { uid }) => `${mountOf(issuer)}/interaction/${uid}`,
    },
    issueRefreshToken: (_ctx, client, source) =>
      client.grantTypeAllowed(GRANT.refreshToken) &&
      (settingsOf(client).refreshTokens === 'always' || source.scopes.has('offline_access')),
    jwks: { keys: buildSigners(store) },
    loadExistingGrant: createLoadExistingGrant(store),
    pkce: { required: (_ctx, client) => demandsPkce(store, client) },
    renderError: createRenderError(options),
    // `token` alone is allowed after construction, see `internals.ts`.
    responseTypes: responseTypesOn(store.settings.get().features).filter((type) => type !== 'token'),
    rotateRefreshToken: (ctx) => rotatesRefreshTokens(store, ctx),
    routes: ROUTES,
    scopes: OIDC_SCOPES,
    ttl: lifetimes(store),
  }
}
