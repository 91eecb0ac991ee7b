/** From which setting each member of a token comes. What is not in these tables, the user has: that is how claims work. */
import type { ClaimSource, PreviewChoice, PreviewMember } from '#shared/contract/calls/tokens.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { canonicalResource } from '#shared/model/demo-api.ts'
import type { User } from '#shared/model/user.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import type { Store } from '../../store/store.ts'
import type { Members } from './ask.ts'

export interface ClaimContext {
  readonly store: Store
  readonly issuer: string
  readonly client: ClientMetadata
  readonly user: User | undefined
  readonly choice: PreviewChoice
  readonly byScope: Readonly<Record<string, readonly string[] | null>>
  /** Whom the access token is for. */
  readonly api?: string | undefined
  readonly given?: Members | undefined
}

type Kind = 'id_token' | 'access_token' | 'userinfo'
type Explain = (context: ClaimContext, kind: Kind) => ClaimSource

/** Members that are others each time. */
const VARYING = new Set(['iat', 'exp', 'auth_time', 'jti', 'sid', 'at_hash', 'c_hash', 's_hash', 'jkt'])

const CLAIMS: Readonly<Record<string, Explain>> = {
  iss: () => ({ from: 'issuer' }),
  sub: ({ user, client }) =>
    user ? { from: 'user', entity: user.username, setting: 'username' } : { from: 'client', entity: client.client_id },
  aud: (context, kind) =>
    kind === 'access_token' ? explainAudience(context) : { from: 'client', entity: context.client.client_id },
  client_id: ({ client }) => ({ from: 'client', entity: client.client_id }),
  azp: ({ client }) => ({ from: 'client', entity: client.client_id }),
  exp: (context, kind) => explainExpiry(context, kind),
  iat: () => ({ from: 'clock' }),
  jti: ({ choice }) => ({ from: choice.grant_type === GRANT.clientCredentials ? 'random' : 'grant' }),
  nonce: () => ({ from: 'request', setting: 'nonce' }),
  acr: ({ user }) => ({ from: 'sign_in', ...entityOf(user) }),
  amr: ({ user }) => ({ from: 'sign_in', ...entityOf(user) }),
  auth_time: () => ({ from: 'sign_in' }),
  sid: ({ client }) => ({ from: 'session', entity: client.client_id, setting: 'backchannel_logout_uri' }),
  at_hash: () => ({ from: 'hash', setting: 'access_token' }),
  c_hash: () => ({ from: 'hash', setting: 'code' }),
  s_hash: () => ({ from: 'hash', setting: 'state' }),
  scope: () => ({ from: 'granted_scope' }),
  cnf: ({ client }) => ({ from: 'client_setting', entity: client.client_id, setting: 'dpop_bound_access_tokens' }),
  token_type: ({ client }) => ({
    from: 'client_setting',
    entity: client.client_id,
    setting: 'dpop_bound_access_tokens',
  }),
  authorization_details: () => ({ from: 'request', setting: 'authorization_details' }),
}

export function explainClaim(context: ClaimContext, kind: Kind, name: string, value: unknown): PreviewMember {
  const explain = Object.hasOwn(CLAIMS, name) ? CLAIMS[name] : undefined
  const source = explain?.(context, kind) ?? explainUserClaim(context, name)
  return { name, value, source, varies: VARYING.has(name) }
}

export function explainHeader(context: ClaimContext, kind: Kind, name: string, value: unknown): PreviewMember {
  return { name, value, source: headerSource(context, kind, name, value), varies: false }
}

function headerSource(
  { api, store, client, issuer }: ClaimContext,
  kind: Kind,
  name: string,
  value: unknown,
): ClaimSource {
  if (name === 'kid') return { from: 'key', entity: String(value) }
  if (name !== 'alg') return { from: 'protocol' }
  if (kind === 'access_token') {
    const known = api === undefined ? undefined : findApi(store, issuer, api)
    return { from: 'api', entity: known?.identifier ?? api, setting: 'signingAlg' }
  }
  const setting = kind === 'id_token' ? 'id_token_signed_response_alg' : 'userinfo_signed_response_alg'
  return { from: 'client_setting', entity: client.client_id, setting }
}

function explainAudience({ api, choice, client, store, issuer }: ClaimContext): ClaimSource {
  if (choice.api !== undefined) return { from: 'request', setting: 'resource' }
  const known = api === undefined ? undefined : findApi(store, issuer, api)
  if (client.valetkey?.defaultApi === known?.identifier) {
    return { from: 'client_setting', entity: client.client_id, setting: 'defaultApi' }
  }
  return { from: 'api', ...(known && { entity: known.identifier }), setting: 'identifier' }
}

function explainExpiry({ api, store, issuer }: ClaimContext, kind: Kind): ClaimSource {
  if (kind === 'id_token') return { from: 'settings_lifetime', setting: 'idToken' }
  const known = api === undefined ? undefined : findApi(store, issuer, api)
  return known
    ? { from: 'api_lifetime', entity: known.identifier, setting: 'tokenLifetime' }
    : { from: 'settings_lifetime', setting: 'accessToken' }
}

/** Released by a scope that was granted; any claim of a user that no standard scope has comes with `profile`. */
function explainUserClaim({ user, byScope }: ClaimContext, name: string): ClaimSource {
  const scope = Object.entries(byScope).find(([, released]) => released?.includes(name))?.[0]
  return { from: 'user_claim', ...entityOf(user), ...(scope !== undefined && { setting: scope }) }
}

export function findApi(store: Store, issuer: string, name: string) {
  return store.apis.get(name) ?? store.apis.get(canonicalResource(issuer, name))
}

function entityOf(user: User | undefined): { entity?: string } {
  return user ? { entity: user.username } : {}
}
