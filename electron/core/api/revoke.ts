/** Ends what hangs on an entity. Everything here belongs into the transaction that removes the entity. */
import type { Revoked } from '#shared/contract/calls/common.ts'
import { canonicalResource } from '#shared/model/demo-api.ts'

import type { ListedRecord, RecordPage, Store } from '../store/store.ts'
import { objectOf } from './object-of.ts'

const PAGE = 500

/** Tokens that hang on no grant, and what is about to become one. */
const LOOSE_MODELS = [
  'ClientCredentials',
  'AccessToken',
  'AuthorizationCode',
  'RefreshToken',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
  'RegistrationAccessToken',
]

export const NOTHING: Revoked = { grants: 0, sessions: 0, tokens: 0 }

export function addRevoked(...parts: readonly Revoked[]): Revoked {
  return parts.reduce(
    (sum, part) => ({
      grants: sum.grants + part.grants,
      sessions: sum.sessions + part.sessions,
      tokens: sum.tokens + part.tokens,
    }),
    NOTHING,
  )
}

/** Every token of the grant: stored ones by their records, JWTs because theirs is gone. */
export function revokeGrant({ records }: Store, grantId: string): Revoked {
  const there = records.find('Grant', grantId) !== undefined
  const tokens = records.destroyByGrantId(grantId)
  records.destroy('Grant', grantId)
  return { grants: there ? 1 : 0, sessions: 0, tokens }
}

export function revokeOfClient(store: Store, clientId: string): Revoked {
  const grants = revokeGrants(store, listAll(store, 'Grant', { clientId }))
  return addRevoked(grants, destroyLoose(store, 'clientId', clientId))
}

export function revokeOfUser(store: Store, accountId: string): Revoked {
  const grants = revokeGrants(store, listAll(store, 'Grant', { accountId }))
  const sessions = store.records.destroyWhere('Session', 'accountId', accountId)
  return addRevoked(grants, { ...NOTHING, sessions }, destroyLoose(store, 'accountId', accountId))
}

/** A grant for several APIs ends whole: the JWTs of one of them cannot be told from those of another. */
export function revokeOfApi(store: Store, issuer: string, identifier: string): Revoked {
  const names = (resource: string) => canonicalResource(issuer, resource) === identifier
  const grants = listAll(store, 'Grant', {}).filter(({ payload }) => resourcesOf(payload).some(names))
  return addRevoked(revokeGrants(store, grants), {
    ...NOTHING,
    tokens: store.records.destroyWhere('ClientCredentials', 'aud', identifier),
  })
}

/** As at logout: what was granted for offline access outlives the session. */
export function revokeSession(store: Store, { id, payload }: ListedRecord): Revoked {
  const authorizations = Object.values(objectOf(payload['authorizations'])).map(objectOf)
  const grants = authorizations.flatMap(({ grantId, persistsLogout }) =>
    typeof grantId === 'string' && persistsLogout !== true ? [revokeGrant(store, grantId)] : [],
  )
  store.records.destroy('Session', id)
  return addRevoked({ ...NOTHING, sessions: 1 }, ...grants)
}

export function listAll(
  store: Store,
  model: string,
  owner: Omit<RecordPage, 'limit' | 'after'>,
): readonly ListedRecord[] {
  const all: ListedRecord[] = []
  for (let after: string | undefined; ;) {
    const page = store.records.list(model, { ...owner, after, limit: PAGE })
    all.push(...page)
    after = page.at(-1)?.id
    if (page.length < PAGE) return all
  }
}

function revokeGrants(store: Store, grants: readonly ListedRecord[]): Revoked {
  return addRevoked(...grants.map(({ id }) => revokeGrant(store, id)))
}

function destroyLoose({ records }: Store, member: 'clientId' | 'accountId', value: string): Revoked {
  const tokens = LOOSE_MODELS.map((model) => records.destroyWhere(model, member, value))
  return { ...NOTHING, tokens: tokens.reduce((sum, count) => sum + count, 0) }
}

function resourcesOf(payload: ListedRecord['payload']): readonly string[] {
  return Object.keys(objectOf(payload['resources']))
}
