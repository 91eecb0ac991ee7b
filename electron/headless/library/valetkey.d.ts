/// <reference lib="esnext.disposable" />

/**
 * Valet Key as a library: an OAuth 2.0 and OpenID Connect issuer for tests, in the same process.
 *
 * This file is complete in itself, and is copied into the package as it stands.
 */

export interface ValetKeyOptions {
  /** The issuer's port. Default: 0, any free one. */
  readonly port?: number | undefined
  /** The port of the screens and the management API. Default: 0, any free one. */
  readonly uiPort?: number | undefined
  /** The folder that the data is kept in. Default: none, everything stays in memory. */
  readonly data?: string | undefined
  /** What to seed the issuer with: the content of a config file, or the path of one. */
  readonly config?: ValetKeyConfig | string | undefined
  /** The issuer's public address, when something stands in front of it. */
  readonly issuer?: string | undefined
  /** An unknown client is registered on sight, with what it sent. Default: false. */
  readonly permissive?: boolean | undefined
  /** Whether the second port serves the screens beside the management API. Default: true. */
  readonly screens?: boolean | undefined
  /** Told, in words, of what went wrong while nobody was asking. Default: written to standard error. */
  readonly onProblem?: ((message: string) => void) | undefined
}

export interface ValetKey {
  /** The issuer, such as `http://localhost:49213`. */
  readonly url: string
  /** Its OpenID Connect discovery document. */
  readonly discovery: string
  /** The management API; it asks for `Authorization: Bearer` with the management token. */
  readonly api: string
  /** The screens, with what opens them in the fragment. */
  readonly ui: string
  readonly managementToken: string
  /** Gets a token by a real grant, over HTTP. Throws what the issuer refused with, in words. */
  token(options: TokenOptions): Promise<TokenResponse>
  /** Stops it; what is kept is on disk when this is done. Calling it again does nothing. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface TokenOptions {
  readonly client: string
  /** Left out: as the issuer has it. */
  readonly clientSecret?: string | undefined
  /** Private key for `private_key_jwt`. Left out: the issuer knows it for the seeded clients only. */
  readonly clientKey?: JsonWebKeyPair | undefined
  /** Default: `client_credentials`. */
  readonly grant?: TokenGrant | undefined
  readonly scope?: string | undefined
  /** The API that the token is for (RFC 8707). */
  readonly resource?: string | readonly string[] | undefined
  /** The same by the name that other issuers use. */
  readonly audience?: string | readonly string[] | undefined
  /** Of the password grant; with `jwt-bearer`, whom the assertion is about. */
  readonly user?: string | undefined
  /** Left out: as the issuer has it. */
  readonly password?: string | undefined
  readonly refreshToken?: string | undefined
  /** Of `token-exchange`. */
  readonly subjectToken?: string | undefined
  /** Default: `urn:ietf:params:oauth:token-type:access_token`. */
  readonly subjectTokenType?: string | undefined
  /** Of `jwt-bearer`. Left out: made with the client's private key. */
  readonly assertion?: string | undefined
}

/** Those that need no browser. */
export type TokenGrant = 'client_credentials' | 'password' | 'refresh_token' | 'token-exchange' | 'jwt-bearer'

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

/** What `startValetKey` and `token` throw: `message` says what happened and the way out, `code` is for programs. */
export interface ValetKeyError extends Error {
  readonly name: 'ValetKeyError'
  readonly code: string
  readonly detail: unknown
}

/** The content of a `valetkey.config.json`; `valetkey/config.schema.json` describes each member. */
export interface ValetKeyConfig {
  readonly $schema?: string | undefined
  /** Left out: all of them. Empty: none. */
  readonly scenarios?: string[] | undefined
  readonly users?: UserConfig[] | undefined
  readonly apis?: ApiConfig[] | undefined
  readonly clients?: ClientConfig[] | undefined
  readonly lifetimes?: LifetimesConfig | undefined
  readonly policies?: PoliciesConfig | undefined
  /** Each is on unless it is switched off; `config.schema.json` names them. */
  readonly features?: Readonly<Record<string, boolean>> | undefined
  /** Of recorded traffic; `maxAge` in seconds. */
  readonly retention?: { maxCount?: number; maxAge?: number } | undefined
  /** Answers a client ID metadata document's https address from a local one. */
  readonly metadataDocuments?: Record<string, string> | undefined
}

export interface UserConfig {
  /** Also the `sub`. */
  readonly username: string
  /** Left out: the user name. */
  readonly password?: string | undefined
  readonly claims?: Record<string, unknown> | undefined
  readonly secondFactor?: { totpSecret: string } | undefined
}

export interface ApiConfig {
  /** What requests name by `resource` or `audience`. */
  readonly identifier: string
  readonly name?: string | undefined
  readonly tokenFormat?: 'jwt' | 'opaque' | undefined
  readonly signingAlg?: 'RS256' | 'PS256' | 'ES256' | 'EdDSA' | undefined
  /** Seconds. */
  readonly tokenLifetime?: number | undefined
  readonly scopes?: { name: string; description?: string | undefined }[] | undefined
  readonly authorizationDetailsTypes?: string[] | undefined
}

/** Client metadata by the names of RFC 7591; those that are not named here are in the schema. */
export interface ClientConfig {
  readonly client_id: string
  readonly client_name?: string | undefined
  readonly client_secret?: string | undefined
  readonly application_type?: 'web' | 'native' | undefined
  readonly redirect_uris?: string[] | undefined
  readonly post_logout_redirect_uris?: string[] | undefined
  readonly grant_types?: string[] | undefined
  readonly response_types?: string[] | undefined
  readonly token_endpoint_auth_method?: string | undefined
  readonly scope?: string | undefined
  readonly jwks?: { keys: Record<string, unknown>[] } | undefined
  readonly jwks_uri?: string | undefined
  readonly valetkey?: ClientSettingsConfig | undefined
  readonly [name: string]: unknown
}

export interface ClientSettingsConfig {
  /** No consent page: everything asked for is granted. */
  readonly skipConsent?: boolean
  /** The API that a request means when it names none. */
  readonly defaultApi?: string
  /** Any http address on loopback counts as registered. */
  readonly anyLoopbackRedirect?: boolean
  readonly refreshTokens?: 'offline_access' | 'always'
  readonly requirePkce?: boolean
  readonly requireDpopNonce?: boolean
}

/** What the issuer demands, for every client and user. */
export interface PoliciesConfig {
  readonly pkce?: 'nobody' | 'public' | 'everyone'
  readonly consent?: 'remembered' | 'always' | 'never'
  readonly refreshRotation?: 'never' | 'public' | 'always'
  readonly secondFactor?: 'nobody' | 'enrolled' | 'everyone'
  readonly permissive?: boolean
}

/** All in seconds. */
export interface LifetimesConfig {
  readonly accessToken?: number
  readonly idToken?: number
  readonly refreshToken?: number
  readonly authorizationCode?: number
  readonly deviceCode?: number
  readonly session?: number
}

/** A private key as a JWK (RFC 7517). */
export interface JsonWebKeyPair {
  readonly kty: string
  readonly d: string
  readonly kid?: string
  readonly alg?: string
  readonly [member: string]: unknown
}

/** Starts an issuer of its own at each call; several of them do not know each other. */
export declare function startValetKey(options?: ValetKeyOptions): Promise<ValetKey>
