import type { Revoked } from '#shared/contract/calls/common.ts'
import type { GrantView } from '#shared/contract/calls/grants.ts'

import type { ListedRecord } from '../store/store.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { invalid, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { objectOf } from './object-of.ts'
import { addRevoked, listAll, revokeGrant } from './revoke.ts'
import { assertVersion, versionOf } from './version.ts'

const DEFAULT_LIMIT = 100

export function grantHandlers({ store }: ApiDependencies): Handlers<'grants'> {
  function find(id: string): Grant {
    const record = store.records.find('Grant', id)
    if (record === undefined) throw notFound('grant', id, 'It may have ended; list the grants to see which there are.')
    return showGrant({ id, payload: record.payload })
  }

  function withTokens(grant: Grant): GrantView {
    const { AccessToken = 0, RefreshToken = 0, AuthorizationCode = 0 } = store.records.countByGrantId(grant.id)
    return { ...grant, tokens: { access: AccessToken, refresh: RefreshToken, codes: AuthorizationCode } }
  }

  /** To be put back; where nothing ended, nothing was noted. */
  function changeOf({ grants, tokens }: Revoked): string | undefined {
    return grants + tokens > 0 ? store.history.batch() : undefined
  }

  return {
    'grants.list': ({ client_id, user, after, limit = DEFAULT_LIMIT }) => {
      const page = store.records.list('Grant', { clientId: client_id, accountId: user, after, limit: limit + 1 })
      const items = page.slice(0, limit).map(showGrant).map(withTokens)
      const next = page.length > limit ? items.at(-1)?.id : undefined
      return { items, ...(next !== undefined && { next }) }
    },
    'grants.get': ({ id }) => {
      const grant = find(id)
      // Tokens come and go without the grant being another one.
      return { version: versionOf(grant), value: withTokens(grant) }
    },
    'grants.remove': ({ id, ifVersion }) =>
      commit(store, () => {
        assertVersion(ifVersion, find(id))
        const revoked = revokeGrant(store, id)
        return { revoked, change: changeOf(revoked) }
      }),
    'grants.removeAll': ({ client_id, user }) => {
      if (client_id === undefined && user === undefined) throw namesNobody()
      return commit(store, () => {
        const grants = listAll(store, 'Grant', { clientId: client_id, accountId: user })
        const revoked = addRevoked(...grants.map(({ id }) => revokeGrant(store, id)))
        return { revoked, change: changeOf(revoked) }
      })
    },
  }
}

type Grant = Omit<GrantView, 'tokens'>

function namesNobody() {
  return invalid([
    {
      path: 'user',
      message: 'found neither a user nor a client_id, expected one of them: all grants at once end with a reset',
    },
  ])
}

function showGrant({ id, payload }: ListedRecord): Grant {
  const { clientId, accountId, iat, exp, rar } = payload
  const rejected = objectOf(payload['rejected'])
  const openid = scopeOf(payload['openid'], rejected['openid'])
  const resources = Object.entries(objectOf(payload['resources'])).map(([identifier, scope]) => [
    identifier,
    without(scope, objectOf(rejected['resources'])[identifier]),
  ])
  return {
    id,
    client_id: String(clientId),
    user: String(accountId),
    scope: openid,
    resources: Object.fromEntries(resources),
    ...(Array.isArray(rar) && { authorization_details: rar }),
    ...(typeof iat === 'number' && { createdAt: iat }),
    ...(typeof exp === 'number' && { expiresAt: exp }),
  }
}

function scopeOf(granted: unknown, rejected: unknown): string {
  return without(objectOf(granted)['scope'], objectOf(rejected)['scope'])
}

function without(granted: unknown, rejected: unknown): string {
  const refused = new Set(typeof rejected === 'string' ? rejected.split(' ') : [])
  const scopes = typeof granted === 'string' ? granted.split(' ') : []
  return scopes.filter((scope) => scope !== '' && !refused.has(scope)).join(' ')
}
