export interface Jwk {
  readonly kty: string
  readonly kid?: string
  readonly alg?: string
  readonly use?: string
  readonly [member: string]: unknown
}

export interface Jwks {
  readonly keys: readonly Jwk[]
}

export const SIGNING_ALGS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const
export type SigningAlg = (typeof SIGNING_ALGS)[number]

/** `active` signs; `retiring` is published only, until the last token that it signed has expired. */
export type KeyState = 'active' | 'retiring'

/** One of the issuer's own keys, private part included. Never leaves the core. */
export interface SigningKey {
  readonly kid: string
  readonly alg: SigningAlg
  readonly jwk: Jwk
  readonly state: KeyState
  /** Seconds since the epoch. */
  readonly createdAt: number
  /** When a retiring key may be dropped. */
  readonly retiresAt?: number | undefined
}
