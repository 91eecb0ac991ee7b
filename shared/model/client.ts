import type { Jwks } from './key.ts'

/** What Valet Key knows of a client beyond RFC 7591; the `valetkey` member of its metadata. */
export interface ClientSettings {
  /** First-party: the consent page is not shown and everything asked for is granted. */
  readonly skipConsent: boolean
  /** The API that a request means when it names none by `resource` or `audience`. */
  readonly defaultApi?: string | undefined
  /** Any `http` address on `localhost`, `127.0.0.1` or `[::1]` counts as registered. */
  readonly anyLoopbackRedirect: boolean
  readonly refreshTokens: 'offline_access' | 'always'
  /** Left out: required for public clients only. */
  readonly requirePkce?: boolean | undefined
  /** A DPoP proof must carry a nonce that the issuer gave (RFC 9449 section 8). */
  readonly requireDpopNonce: boolean
}

/** RFC 7591 metadata as stored; names that the protocol gives stay as the protocol spells them. */
export interface ClientMetadata {
  readonly client_id: string
  readonly client_name?: string | undefined
  readonly client_secret?: string | undefined
  readonly application_type?: 'web' | 'native' | undefined
  readonly redirect_uris?: readonly string[] | undefined
  readonly post_logout_redirect_uris?: readonly string[] | undefined
  readonly grant_types?: readonly string[] | undefined
  readonly response_types?: readonly string[] | undefined
  readonly token_endpoint_auth_method?: string | undefined
  readonly scope?: string | undefined
  readonly jwks?: Jwks | undefined
  readonly jwks_uri?: string | undefined
  readonly valetkey?: Partial<ClientSettings> | undefined
  /** Anything else that RFC 7591 or the issuer understands; the issuer's own validator has the last word. */
  readonly [name: string]: unknown
}

/** Where an entity came from; a scenario's name follows its colon. */
export type Origin = 'config' | 'management' | 'dynamic' | 'permissive' | `scenario:${string}`

export interface Client {
  readonly metadata: ClientMetadata
  readonly origin: Origin
  readonly createdAt: number
  readonly updatedAt: number
}

export const CLIENT_SETTINGS_DEFAULTS: ClientSettings = {
  skipConsent: false,
  anyLoopbackRedirect: false,
  refreshTokens: 'offline_access',
  requireDpopNonce: false,
}

export function clientSettings(metadata: Pick<ClientMetadata, 'valetkey'>): ClientSettings {
  return { ...CLIENT_SETTINGS_DEFAULTS, ...metadata.valetkey }
}
