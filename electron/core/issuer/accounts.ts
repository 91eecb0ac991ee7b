import type { Account, FindAccount } from 'oidc-provider'

import type { User } from '#shared/model/user.ts'
import { PROTOCOL_CLAIMS, STANDARD_CLAIMS, type StandardClaim } from '#shared/oauth/standard-claims.ts'

import type { Store } from '../store/store.ts'

/** Any claim that a user has and no standard scope releases, such as `roles`, comes with `profile`. */
export function claimsByScope(users: readonly User[]): Record<string, string[] | null> {
  const standard = new Set(STANDARD_CLAIMS.map(({ name }) => name))
  const own = new Set(users.flatMap(({ claims }) => Object.keys(claims)))
  const custom = [...own].filter((claim) => !standard.has(claim) && !PROTOCOL_CLAIMS.has(claim))
  return {
    acr: null,
    amr: null,
    auth_time: null,
    iss: null,
    sid: null,
    openid: ['sub'],
    profile: [...releasedBy('profile'), ...custom],
    email: releasedBy('email'),
    address: releasedBy('address'),
    phone: releasedBy('phone'),
  }
}

function releasedBy(wanted: StandardClaim['scope']): string[] {
  return STANDARD_CLAIMS.filter(({ scope }) => scope === wanted).map(({ name }) => name)
}

export function createFindAccount(store: Store): FindAccount {
  return (_ctx, sub) => {
    const user = store.users.get(sub)
    return user && accountFor(user)
  }
}

function accountFor(user: User): Account {
  return {
    accountId: user.username,
    claims: () => ({ ...user.claims, sub: user.username }),
  }
}
