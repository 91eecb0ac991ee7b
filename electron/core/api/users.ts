import type { UserView } from '#shared/contract/calls/users.ts'
import { checkUser } from '#shared/contract/check-entities.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import { completeUser } from '#shared/contract/complete-config.ts'
import { quote } from '#shared/contract/finding.ts'
import { userSchema, type UserFile } from '#shared/contract/user.ts'
import type { User } from '#shared/model/user.ts'
import { buildPeople } from '#shared/people/build-people.ts'

import { totpCode, totpSecondsLeft } from '../issuer/interactions/totp.ts'
import { findReadable } from '../seed/seed.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { assertNoFindings, assertSameId, conflict, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { mergePatch } from './merge-patch.ts'
import { revokeOfUser } from './revoke.ts'
import { planImport, saveImport, showImport } from './users/import-users.ts'
import { assertVersion, versionOf } from './version.ts'

const GENERATED = 10

export function userHandlers({ store, issuer, address }: ApiDependencies): Handlers<'users'> {
  function save(given: UserFile, at: string) {
    assertNoFindings([...checkShape(userSchema, given, [at]), ...checkUser({ entity: given, path: [at] })])
    const user = completeUser(given)
    store.users.put(user, 'management')
    return versionedUser(user)
  }

  return {
    'users.list': ({ secrets }) => ({ items: store.users.list().map((user) => showUser(user, secrets)) }),
    'users.get': ({ username, secrets }) => versionedUser(store.users.get(username) ?? noUser(username), secrets),
    'users.create': ({ user: { meta: _meta, ...given } }) =>
      commit(store, () => {
        if (findReadable(store.users, given.username) !== undefined) throw alreadyThere(given.username)
        return save(given, 'user')
      }),
    'users.replace': ({ username, user: { meta: _meta, ...given }, ifVersion }) =>
      commit(store, () => {
        const before = findReadable(store.users, username)
        assertVersion(ifVersion, before)
        assertSameId(given.username, username, 'user', 'username')
        return { ...save({ ...unshown(before), ...given, username }, 'user'), created: before === undefined }
      }),
    'users.change': ({ username, changes, ifVersion }) =>
      commit(store, () => {
        const before = store.users.get(username) ?? noUser(username)
        assertVersion(ifVersion, before)
        const { meta: _meta, ...members } = changes
        assertSameId(members['username'], username, 'changes', 'username')
        const merged = mergePatch(before, members)
        assertNoFindings(checkShape(userSchema, merged, ['changes']))
        return save(userSchema.parse(merged), 'changes')
      }),
    'users.remove': ({ username, ifVersion }) =>
      commit(store, () => {
        assertVersion(ifVersion, findReadable(store.users, username))
        if (!store.users.remove(username)) noUser(username)
        return { revoked: revokeOfUser(store, username) }
      }),
    'users.generate': ({ count = GENERATED }) =>
      commit(store, () => {
        const taken = new Set(store.users.list().map(({ username }) => username))
        const made = buildPeople(taken, count).map(completeUser)
        for (const user of made) store.users.put(user, 'management')
        return { items: made.map((user) => showUser(user)), change: store.history.batch() }
      }),
    'users.import': async ({ users, existing = 'replace', dryRun = false }) => {
      if (dryRun) return { applied: false, ...showImport(planImport(store, { users, existing })) }
      return commit(store, () => {
        const planned = planImport(store, { users, existing })
        saveImport(store, planned)
        const isChanged = planned.some(({ user }) => user !== undefined)
        return { applied: true, ...showImport(planned), change: isChanged ? store.history.batch() : undefined }
      })
    },
    'users.oneTimePassword': ({ username }) => {
      const { secondFactor } = store.users.get(username) ?? noUser(username)
      if (secondFactor === undefined) throw noSecondFactor(username)
      const now = Date.now() / 1000
      return { code: totpCode(secondFactor.totpSecret, now), secondsLeft: totpSecondsLeft(now) }
    },
    'users.signIn': ({ username }) => {
      if (store.users.get(username) === undefined) noUser(username)
      const { path, expiresAt } = issuer.makeSignInLink(username)
      return { address: `${address.replace(/\/$/, '')}${path}`, expiresAt }
    },
  }
}

/** Was not shown, so leaving it out of what comes back cannot mean that it should go. */
function unshown(before: User | undefined): Partial<UserFile> {
  if (before === undefined) return {}
  const { password, secondFactor } = before
  return { password, ...(secondFactor !== undefined && { secondFactor }) }
}

function noUser(username: string): never {
  throw notFound('user', username, 'List the users to see which there are.')
}

function noSecondFactor(username: string) {
  return conflict(`${quote(username)} has no second factor, so there is no code. Switch it on first.`)
}

function alreadyThere(username: string) {
  return conflict(
    `The user ${quote(username)} is there already. Change them with PUT or PATCH, or take another username.`,
  )
}

function versionedUser(user: User, secrets?: boolean): { version: string; value: UserView } {
  return { version: versionOf(user), value: showUser(user, secrets) }
}

function showUser({ username, password, claims, secondFactor }: User, secrets = false): UserView {
  return {
    username,
    ...(secrets && { password }),
    claims,
    ...(secrets && secondFactor !== undefined && { secondFactor }),
    meta: { hasSecondFactor: secondFactor !== undefined },
  }
}
