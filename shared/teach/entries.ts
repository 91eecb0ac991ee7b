/**
 * The teaching dictionary. It is large: a screen imports it only when somebody looks something up.
 */
import type { EntryContext } from './contexts.ts'
import * as accessToken from './entries/access-token.ts'
import * as apiErrors from './entries/api-errors.ts'
import * as apiMetadata from './entries/api-metadata.ts'
import * as apiResponse from './entries/api-response.ts'
import * as authorizationDetails from './entries/authorization-details.ts'
import * as authorizationErrors from './entries/authorization-errors.ts'
import * as authorizationRequest from './entries/authorization-request.ts'
import * as authorizationResponse from './entries/authorization-response.ts'
import * as ciba from './entries/ciba.ts'
import * as clientAuthentication from './entries/client-authentication.ts'
import * as clientMetadata from './entries/client-metadata.ts'
import * as clientSecurity from './entries/client-security.ts'
import * as device from './entries/device.ts'
import * as encryption from './entries/encryption.ts'
import * as endpoints from './entries/endpoints.ts'
import * as idToken from './entries/id-token.ts'
import * as issuerAddresses from './entries/issuer-addresses.ts'
import * as issuerAlgorithms from './entries/issuer-algorithms.ts'
import * as issuerCapabilities from './entries/issuer-capabilities.ts'
import * as issuerPage from './entries/issuer-page.ts'
import * as keys from './entries/keys.ts'
import * as logout from './entries/logout.ts'
import * as oauthErrors from './entries/oauth-errors.ts'
import * as openidRequest from './entries/openid-request.ts'
import * as pushedResponse from './entries/pushed-response.ts'
import * as requestHeaders from './entries/request-headers.ts'
import * as responseHeaders from './entries/response-headers.ts'
import * as signedMessages from './entries/signed-messages.ts'
import * as standardClaims from './entries/standard-claims.ts'
import * as tokenErrors from './entries/token-errors.ts'
import * as tokenManagement from './entries/token-management.ts'
import * as tokenRequest from './entries/token-request.ts'
import * as tokenResponse from './entries/token-response.ts'
import type { Entry, EntryKind } from './entry.ts'

/** In the order in which they are asked: the common meaning of a name stands before the rarer ones. */
export const ENTRIES: readonly Entry[] = [
  ...authorizationRequest.AUTHORIZATION_REQUEST,
  ...openidRequest.OPENID_REQUEST,
  ...tokenResponse.TOKEN_RESPONSE,
  ...authorizationResponse.AUTHORIZATION_RESPONSE,
  ...authorizationResponse.ERROR_PARAMETERS,
  ...tokenRequest.TOKEN_REQUEST,
  ...tokenRequest.TOKEN_EXCHANGE,
  ...clientAuthentication.CLIENT_AUTHENTICATION,
  ...pushedResponse.PUSHED_RESPONSE,
  ...device.DEVICE_RESPONSE,
  ...ciba.CIBA_REQUEST,
  ...ciba.CIBA_RESPONSE,
  ...tokenManagement.TOKEN_MANAGEMENT,
  ...tokenManagement.TOKEN_IN_REQUEST,
  ...logout.LOGOUT,
  ...logout.BACKCHANNEL_LOGOUT,
  ...idToken.COMMON_CLAIMS,
  ...idToken.ID_TOKEN,
  ...standardClaims.PROFILE_CLAIMS,
  ...standardClaims.CONTACT_CLAIMS,
  ...standardClaims.ADDRESS_CLAIM,
  ...accessToken.ACCESS_TOKEN,
  ...accessToken.INTROSPECTION,
  ...accessToken.CLAIM_SOURCES,
  ...signedMessages.LOGOUT_TOKEN,
  ...signedMessages.DPOP_PROOF,
  ...keys.JOSE_HEADER,
  ...encryption.ENCRYPTION_HEADER,
  ...encryption.RARE_HEADER,
  ...keys.JSON_WEB_KEY,
  ...authorizationDetails.AUTHORIZATION_DETAILS,
  ...openidRequest.CLAIMS_PARAMETER,
  ...openidRequest.LOGIN_INITIATION,
  ...device.DEVICE_PAGE,
  ...issuerPage.ISSUER_PAGE,
  ...apiResponse.PROBLEM_DETAILS,
  ...clientMetadata.CLIENT_IDENTITY,
  ...clientMetadata.CLIENT_FLOWS,
  ...clientSecurity.CLIENT_AUTHENTICATION_METADATA,
  ...clientSecurity.CLIENT_SIGNATURES,
  ...clientSecurity.CLIENT_BACKCHANNEL,
  ...clientSecurity.REGISTRATION_RESPONSE,
  ...issuerAddresses.ISSUER_ADDRESSES,
  ...issuerCapabilities.ISSUER_CAPABILITIES,
  ...issuerAlgorithms.ISSUER_ALGORITHMS,
  ...apiMetadata.API_METADATA,
  ...requestHeaders.REQUEST_HEADERS,
  ...requestHeaders.MESSAGE_HEADERS,
  ...responseHeaders.RESPONSE_HEADERS,
  ...responseHeaders.CORS_HEADERS,
  ...responseHeaders.CHALLENGE,
  ...endpoints.ENDPOINTS,
  ...oauthErrors.OAUTH_ERRORS,
  ...authorizationErrors.AUTHORIZATION_ERRORS,
  ...tokenErrors.TOKEN_ERRORS,
  ...tokenErrors.BACKCHANNEL_ERRORS,
  ...apiErrors.API_ERRORS,
  ...apiErrors.REGISTRATION_ERRORS,
]

export interface Place {
  readonly kind?: EntryKind | undefined
  readonly context?: EntryContext | undefined
}

/** Where names are nobody's but the API's or the page's own, so that a meaning from elsewhere would mislead. */
const OWN_NAMES: ReadonlySet<EntryContext | undefined> = new Set(['API request', 'API response', 'issuer page'])

/** What the name means there; where it has no meaning of its own there, what it means elsewhere in the protocol. */
export function explain(name: string, { kind, context }: Place = {}): Entry | undefined {
  const candidates = entriesOf(name).filter((entry) => kind === undefined || entry.kind === kind)
  const there = candidates.find(({ where }) => context !== undefined && where.includes(context))
  return there ?? (OWN_NAMES.has(context) ? undefined : candidates[0])
}

/** Every meaning of a name. Names of HTTP headers have no case. */
export function entriesOf(name: string): readonly Entry[] {
  return BY_NAME.get(name) ?? BY_NAME.get(name.toLowerCase()) ?? []
}

export function listEntries({ kind, context }: Place = {}): readonly Entry[] {
  return ENTRIES.filter(
    (entry) => (kind === undefined || entry.kind === kind) && (context === undefined || entry.where.includes(context)),
  )
}

export interface IndexEntry {
  readonly name: string
  readonly kind: EntryKind
  readonly title?: string | undefined
  readonly summary: string
}

/** One line for each name and kind, by its first meaning, for a list to search in. */
export function indexEntries(): readonly IndexEntry[] {
  const lines = Map.groupBy(ENTRIES, ({ name, kind }) => `${kind} ${name}`)
  return [...lines.values()].flatMap((entries) => entries.slice(0, 1).map(toIndexEntry))
}

function toIndexEntry({ name, kind, title, summary }: Entry): IndexEntry {
  return { name, kind, title, summary }
}

const BY_NAME: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(ENTRIES, ({ name, kind }) =>
  kind === 'header' ? name.toLowerCase() : name,
)
