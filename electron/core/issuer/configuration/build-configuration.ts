import type { Configuration } from 'oidc-provider'

import { ACR, GRANT, RESPONSE_TYPES, ROUTES } from '#shared/oauth/protocol.ts'
import { OIDC_SCOPES } from '#shared/oauth/scope.ts'

import { claimsByScope, createFindAccount } from '../accounts.ts'
import { createAdapterFactory } from '../adapter.ts'
import { type ClientLookup, isPublic, settingsOf } from '../clients.ts'
import { extraClientMetadata } from '../dynamic-registration.ts'
import { extraTokenClaims } from '../grants/extra-claims.ts'
import { mountOf } from '../mount.ts'
import { createOutgoingFetch } from '../outgoing-fetch.ts'
import { buildSigners } from '../signing/signers.ts'
import { buildFeatures, type FeatureOptions } from './features.ts'
import { cookieNames } from './cookies.ts'
import { loadExistingGrant } from './grants-of-users.ts'
import { buildInteractionPolicy } from './interaction-policy.ts'
import { lifetimes } from './lifetimes.ts'
import { createRenderError } from './pages.ts'

export interface ConfigurationOptions extends FeatureOptions {
  readonly clients: ClientLookup
  readonly cookieKeys: readonly string[]
  readonly fetch: typeof globalThis.fetch
}

/** `token` alone is allowed after construction, see `internals.ts`. */
const CONSTRUCTIBLE_TYPES = RESPONSE_TYPES.filter((type) => type !== 'token')
const ALGS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const
const ALGS_OF_CLIENTS = [...ALGS, 'Ed25519', 'HS256'] as const

export function buildConfiguration(options: ConfigurationOptions): Configuration {
  const { store, issuer, clients } = options
  return {
    acrValues: Object.values(ACR),
    adapter: createAdapterFactory({ store, findClient: async (id) => clients.find(id) }),
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
    loadExistingGrant,
    pkce: { required: (_ctx, client) => settingsOf(client).requirePkce ?? isPublic(client) },
    renderError: createRenderError(options),
    responseTypes: [...CONSTRUCTIBLE_TYPES],
    rotateRefreshToken: true,
    routes: ROUTES,
    scopes: OIDC_SCOPES,
    ttl: lifetimes(store),
  }
}
