import type { SigningAlg } from './key.ts'

export interface ApiScope {
  readonly name: string
  /** As the consent page says it to the user: "Read your contacts". */
  readonly description?: string | undefined
}

/** A resource server, named in requests by `resource` (RFC 8707) or `audience`. */
export interface Api {
  readonly identifier: string
  readonly name: string
  readonly tokenFormat: 'jwt' | 'opaque'
  readonly signingAlg: SigningAlg
  /** Seconds. */
  readonly tokenLifetime: number
  readonly scopes: readonly ApiScope[]
  /** The `type` values that it understands in `authorization_details` (RFC 9396). */
  readonly authorizationDetailsTypes: readonly string[]
}
