/** A time-based one-time password (RFC 6238), its secret in base32. */
export interface SecondFactor {
  readonly totpSecret: string
}

export interface User {
  /** Also the account's `sub`. */
  readonly username: string
  readonly password: string
  /** OpenID Connect claims by their names; whatever a standard scope does not release, `profile` does. */
  readonly claims: Readonly<Record<string, unknown>>
  readonly secondFactor?: SecondFactor | undefined
}
