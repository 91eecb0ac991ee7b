/** One change each that an API has to notice. */
import type { ForgedWith } from '#shared/contract/calls/tokens.ts'

export type Members = Readonly<Record<string, unknown>>

export interface Parts {
  readonly header: Members
  readonly claims: Members
}

export interface Surroundings {
  /** Seconds since the epoch. */
  readonly now: number
  /** Scopes of the API that the token is for. */
  readonly scopes: readonly string[]
}

export interface Variation {
  readonly id: string
  readonly title: string
  readonly change?: (parts: Parts, surroundings: Surroundings) => Parts
  /** For those that are about the signature. */
  readonly signature?: { readonly with: ForgedWith; readonly embed?: boolean }
}

export const VARIATIONS: readonly Variation[] = [
  { id: 'expired', title: 'Expired', change: (parts, { now }) => claim(parts, { exp: now - 60 }) },
  { id: 'not-yet', title: 'Not valid yet', change: (parts, { now }) => claim(parts, { nbf: now + 3600 }) },
  {
    id: 'audience',
    title: 'Wrong audience',
    change: (parts) => claim(parts, { aud: 'https://elsewhere.example/api' }),
  },
  { id: 'issuer', title: 'Wrong issuer', change: (parts) => claim(parts, { iss: 'https://evil.example' }) },
  { id: 'scope', title: 'Extra scope', change: addScope },
  { id: 'subject', title: 'Another user', change: (parts) => claim(parts, { sub: 'mallory' }) },
  { id: 'typ', title: 'Other typ', change: (parts) => head(parts, { typ: 'JWT' }) },
  { id: 'jti', title: 'Without jti', change: (parts) => claim(parts, { jti: undefined }) },
  {
    id: 'kid-path',
    title: 'kid is a path',
    change: (parts) => head(parts, { kid: '../../../dev/null' }),
    signature: { with: 'other_key' },
  },
  { id: 'none', title: 'No signature', signature: { with: 'none' } },
  { id: 'hmac', title: 'HMAC of the public key', signature: { with: 'public_key_hmac' } },
  { id: 'other-key', title: 'Another key', signature: { with: 'other_key' } },
  { id: 'embedded', title: 'Key brought along', signature: { with: 'other_key', embed: true } },
  {
    id: 'altered',
    title: 'Altered, old signature',
    change: (parts) => claim(parts, { sub: 'mallory' }),
    signature: { with: 'kept' },
  },
]

function addScope(parts: Parts, { scopes }: Surroundings): Parts {
  const { scope } = parts.claims
  const present = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []
  const extra = scopes.find((name) => !present.includes(name)) ?? 'admin'
  return claim(parts, { scope: [...present, extra].join(' ') })
}

function claim({ header, claims }: Parts, changed: Members): Parts {
  return { header, claims: change(claims, changed) }
}

function head({ header, claims }: Parts, changed: Members): Parts {
  return { header: change(header, changed), claims }
}

/** A member that is undefined is taken out. */
export function change(members: Members, changed: Members): Members {
  return Object.fromEntries(Object.entries({ ...members, ...changed }).filter(([, value]) => value !== undefined))
}
