import {
  errors,
  type AuthorizationDetail,
  type Client as OidcClient,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider'

import type { Store } from '../../store/store.ts'
import { cibaFeature } from '../ciba.ts'
import { settingsOf } from '../clients.ts'
import { registrationFeatures } from '../dynamic-registration.ts'
import { devicePages, logoutPages, type PageHooks } from './pages.ts'
import { resourceIndicators } from './resources.ts'

export interface FeatureOptions extends PageHooks {
  readonly issuer: string
  readonly dpopNonceSecret: Buffer
}

export function buildFeatures(options: FeatureOptions): NonNullable<Configuration['features']> {
  const { store, issuer } = options
  const { features: on } = store.settings.get()
  return {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: on.backchannelLogout },
    ciba: { ...cibaFeature(store), enabled: on.ciba },
    claimsParameter: { enabled: on.claimsParameter },
    clientCredentials: { enabled: on.clientCredentials },
    clientIdMetadataDocument: {
      enabled: on.clientIdMetadataDocument,
      ack: 'draft-02',
      allowFetch: () => true,
      allowClient: () => true,
      // A document that is being written changes often.
      cacheDuration: { min: 1, max: 30 },
    },
    deviceFlow: { enabled: on.deviceFlow, charset: 'base-20', mask: '****-****', ...devicePages(options) },
    dPoP: {
      enabled: on.dPoP,
      nonceSecret: options.dpopNonceSecret,
      requireNonce: (ctx) => ctx.oidc.client !== undefined && settingsOf(ctx.oidc.client).requireDpopNonce,
    },
    externalSigningSupport: { enabled: true, ack: 'experimental-01' },
    introspection: { enabled: on.introspection, allowedPolicy: () => true },
    jwtIntrospection: { enabled: on.introspection },
    jwtResponseModes: { enabled: on.jwtResponseModes },
    jwtUserinfo: { enabled: on.userinfo },
    pushedAuthorizationRequests: { enabled: on.pushedAuthorizationRequests },
    ...registrationFeatures(on.registration),
    requestObjects: { enabled: on.requestObjects },
    resourceIndicators: resourceIndicators(store, issuer),
    revocation: { enabled: on.revocation, allowedPolicy: mayRevoke },
    richAuthorizationRequests: { ...authorizationDetails(store), enabled: on.richAuthorizationRequests },
    rpInitiatedLogout: { enabled: on.rpInitiatedLogout, ...logoutPages(options) },
    userinfo: { enabled: on.userinfo },
  }
}

/** RFC 7009 section 2.1: a token is revoked by the client that it was issued to, and any other is told that it may not. */
function mayRevoke(
  _ctx: KoaContextWithOIDC,
  client: OidcClient,
  token: { readonly clientId?: string | undefined },
): boolean {
  if (token.clientId === client.clientId) return true
  throw new errors.InvalidRequest('the token was issued to another client, which alone may revoke it')
}

/** RFC 9396: an API says which types it understands; what the user agreed to goes into the token as it was asked. */
function authorizationDetails(store: Store) {
  const types = new Set(store.apis.list().flatMap((api) => api.authorizationDetailsTypes))
  return {
    types: Object.fromEntries([...types].map((type) => [type, { validate: assertPlainMembers }])),
    authorizationDetailsForGrantSource: requestedDetails,
    authorizationDetailsForAccessToken: (ctx: KoaContextWithOIDC, _token: unknown, source?: { rar?: unknown }) =>
      (source?.rar as AuthorizationDetail[] | undefined) ?? requestedDetails(ctx),
    authorizationDetailsForIntrospection: (
      _ctx: KoaContextWithOIDC,
      token: { rar?: AuthorizationDetail[] | undefined },
    ) => token.rar,
  }
}

const LIST_MEMBERS = ['locations', 'actions', 'datatypes', 'privileges'] as const

/** The members that RFC 9396 section 2.2 defines have a shape whatever the type. */
function assertPlainMembers(_ctx: KoaContextWithOIDC, detail: AuthorizationDetail): void {
  for (const member of LIST_MEMBERS) {
    const value = detail[member]
    if (value !== undefined && !(Array.isArray(value) && value.every((entry) => typeof entry === 'string'))) {
      throw new errors.InvalidAuthorizationDetails(`${member} of ${detail.type} must be a list of strings`)
    }
  }
}

function requestedDetails(ctx: KoaContextWithOIDC): AuthorizationDetail[] | undefined {
  const sent = ctx.oidc.params?.['authorization_details']
  return typeof sent === 'string' ? (JSON.parse(sent) as AuthorizationDetail[]) : undefined
}
