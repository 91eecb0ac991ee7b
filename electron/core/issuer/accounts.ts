import type { Account, FindAccount } from 'oidc-provider'

import type { User } from '#shared/model/user.ts'

import type { Store } from '../store/store.ts'

/** Which standard scope releases which claims (OpenID Connect Core 5.4). */
const STANDARD_CLAIMS = {
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
  ],
  email: ['email', 'email_verified'],
  address: ['address'],
  phone: ['phone_number', 'phone_number_verified'],
} as const

const PROTOCOL_CLAIMS = new Set([
  'sub',
  'acr',
  'amr',
  'sid',
  'auth_time',
  'iss',
  'aud',
  'exp',
  'iat',
  'nonce',
  'azp',
  'at_hash',
  'c_hash',
  's_hash',
])

/** Any claim that a user has and no standard scope releases, such as `roles`, comes with `profile`. */
export function claimsByScope(users: readonly User[]): Record<string, string[] | null> {
  const standard = new Set<string>(Object.values(STANDARD_CLAIMS).flat())
  const own = new Set(users.flatMap(({ claims }) => Object.keys(claims)))
  const custom = [...own].filter((claim) => !standard.has(claim) && !PROTOCOL_CLAIMS.has(claim))
  return {
    acr: null,
    amr: null,
    auth_time: null,
    iss: null,
    sid: null,
    openid: ['sub'],
    profile: [...STANDARD_CLAIMS.profile, ...custom],
    email: [...STANDARD_CLAIMS.email],
    address: [...STANDARD_CLAIMS.address],
    phone: [...STANDARD_CLAIMS.phone],
  }
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
