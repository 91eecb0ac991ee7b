import type { JWK } from 'jose'

/** What somebody wants a token for, wherever they said so: on the command line or through the library. */
export interface TokenRequest {
  readonly issuer: string
  readonly client: string
  readonly clientSecret?: string | undefined
  /** The private key of `private_key_jwt`. */
  readonly clientKey?: JWK | undefined
  /** Left out: chosen from what was given and what the issuer supports. */
  readonly authMethod?: string | undefined
  readonly scope?: string | undefined
  readonly resources: readonly string[]
  readonly audiences: readonly string[]
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly refreshToken?: string | undefined
  readonly subjectToken?: string | undefined
  readonly subjectTokenType?: string | undefined
  readonly assertion?: string | undefined
  readonly redirectUri?: string | undefined
  /** `http` to other machines too, where everybody on the way can read along. */
  readonly insecureHttp: boolean
  readonly timeoutSeconds?: number | undefined
}

/** As the issuer sent it. */
export interface TokenResponse {
  readonly access_token: string
  readonly token_type: string
  readonly expires_in?: number
  readonly scope?: string
  readonly refresh_token?: string
  readonly id_token?: string
  readonly [name: string]: unknown
}
