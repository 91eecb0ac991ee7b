import type { SessionView } from '#shared/contract/calls/sessions.ts'

import type { ListedRecord } from '../store/store.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { objectOf } from './object-of.ts'
import { addRevoked, listAll, revokeSession } from './revoke.ts'
import { assertVersion, versionOf } from './version.ts'

const DEFAULT_LIMIT = 100

/** A session is shown under its uid: its other id is what the browser's cookie says. */
export function sessionHandlers({ store }: ApiDependencies): Handlers<'sessions'> {
  function find(uid: string): ListedRecord {
    const record = store.records.findByUid('Session', uid)
    const id = record?.payload['jti']
    if (record === undefined || typeof id !== 'string' || typeof record.payload['accountId'] !== 'string') {
      throw notFound('session', uid, 'It may have ended; list the sessions to see which there are.')
    }
    return { id, payload: record.payload }
  }

  /** A browser that nobody has signed in with has a session too, and is of no interest. */
  function listSignedIn(user: string | undefined, after: string | undefined, limit: number): ListedRecord[] {
    const found: ListedRecord[] = []
    for (let last = after; found.length < limit;) {
      const page = store.records.list('Session', { accountId: user, after: last, limit })
      found.push(...page.filter(({ payload }) => typeof payload['accountId'] === 'string'))
      last = page.at(-1)?.id
      if (page.length < limit) break
    }
    return found.slice(0, limit)
  }

  return {
    'sessions.list': ({ user, after, limit = DEFAULT_LIMIT }) => {
      const start = after === undefined ? undefined : store.records.findByUid('Session', after)?.payload['jti']
      const page = listSignedIn(user, typeof start === 'string' ? start : undefined, limit + 1)
      const items = page.slice(0, limit).map(showSession)
      const next = page.length > limit ? items.at(-1)?.id : undefined
      return { items, ...(next !== undefined && { next }) }
    },
    'sessions.get': ({ id }) => {
      const session = find(id)
      return { version: versionAt(session), value: showSession(session) }
    },
    'sessions.remove': ({ id, ifVersion }) =>
      commit(store, () => {
        const session = find(id)
        assertVersion(ifVersion, unused(showSession(session)))
        return { revoked: revokeSession(store, session), change: store.history.batch() }
      }),
    'sessions.removeAll': ({ user }) =>
      commit(store, () => {
        const sessions = listAll(store, 'Session', { accountId: user })
        const revoked = addRevoked(...sessions.map((session) => revokeSession(store, session)))
        return { revoked, change: sessions.length > 0 ? store.history.batch() : undefined }
      }),
  }
}

function versionAt(session: ListedRecord): string {
  return versionOf(unused(showSession(session)))
}

/** Using a session prolongs it, and makes no other one of it. */
function unused({ lastUsedAt: _lastUsedAt, expiresAt: _expiresAt, ...session }: SessionView) {
  return session
}

function showSession({ payload }: ListedRecord): SessionView {
  const { uid, accountId, loginTs, exp, acr, amr, usedAt } = payload
  const authorizations = Object.entries(objectOf(payload['authorizations']))
  return {
    id: String(uid),
    user: String(accountId),
    ...(typeof loginTs === 'number' && { startedAt: loginTs }),
    ...(typeof usedAt === 'number' && { lastUsedAt: usedAt }),
    ...(typeof exp === 'number' && { expiresAt: exp }),
    ...(typeof acr === 'string' && { acr }),
    ...(Array.isArray(amr) && { amr: amr.map(String) }),
    clients: authorizations.map(([client_id]) => client_id),
    authorizations: authorizations.map(([client_id, authorization]) => {
      const { grantId, persistsLogout } = objectOf(authorization)
      return { client_id, ...(typeof grantId === 'string' && { grant: grantId }), stays: persistsLogout === true }
    }),
  }
}
