/** What an API needs to know of a token that it accepted, however the token was checked. */
export interface AccessToken {
  /** The user, or the client itself where no user takes part (RFC 9068 section 2.2). */
  readonly sub: string
  readonly scopes: readonly string[]
  /** Seconds since the epoch. */
  readonly expiresAt: number
  readonly scheme: TokenScheme
  readonly claims: Claims
}

export type TokenScheme = 'Bearer' | 'DPoP'

export type Claims = Readonly<Record<string, unknown>>

/** The API that a token is shown to. */
export interface Audience {
  readonly issuer: string
  readonly identifier: string
  readonly address: string
}
