/** The claims that OpenID Connect Core 5.1 names, each with the scope that releases it (5.4) and what it is. */
export type ClaimKind =
  | 'text'
  | 'yes-no'
  | 'email'
  | 'web'
  | 'phone'
  | 'date'
  | 'zone'
  | 'locale'
  | 'seconds'
  | 'address'

export interface StandardClaim {
  readonly name: string
  readonly scope: 'profile' | 'email' | 'address' | 'phone'
  readonly kind: ClaimKind
}

export const STANDARD_CLAIMS: readonly StandardClaim[] = [
  { name: 'name', scope: 'profile', kind: 'text' },
  { name: 'family_name', scope: 'profile', kind: 'text' },
  { name: 'given_name', scope: 'profile', kind: 'text' },
  { name: 'middle_name', scope: 'profile', kind: 'text' },
  { name: 'nickname', scope: 'profile', kind: 'text' },
  { name: 'preferred_username', scope: 'profile', kind: 'text' },
  { name: 'profile', scope: 'profile', kind: 'web' },
  { name: 'picture', scope: 'profile', kind: 'web' },
  { name: 'website', scope: 'profile', kind: 'web' },
  { name: 'gender', scope: 'profile', kind: 'text' },
  { name: 'birthdate', scope: 'profile', kind: 'date' },
  { name: 'zoneinfo', scope: 'profile', kind: 'zone' },
  { name: 'locale', scope: 'profile', kind: 'locale' },
  { name: 'updated_at', scope: 'profile', kind: 'seconds' },
  { name: 'email', scope: 'email', kind: 'email' },
  { name: 'email_verified', scope: 'email', kind: 'yes-no' },
  { name: 'address', scope: 'address', kind: 'address' },
  { name: 'phone_number', scope: 'phone', kind: 'phone' },
  { name: 'phone_number_verified', scope: 'phone', kind: 'yes-no' },
]

/** Members of the `address` claim (5.1.1). */
export const ADDRESS_MEMBERS = ['formatted', 'street_address', 'locality', 'region', 'postal_code', 'country'] as const

/** What the protocol itself says in a token: a user's claim of such a name is never released. */
export const PROTOCOL_CLAIMS: ReadonlySet<string> = new Set([
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

export function standardClaim(name: string): StandardClaim | undefined {
  return STANDARD_CLAIMS.find((claim) => claim.name === name)
}

/** Whatever no scope of the standard releases, `profile` does. */
export function scopeOfClaim(name: string): string {
  if (name === 'sub') return 'openid'
  return standardClaim(name)?.scope ?? 'profile'
}
