import type { Api } from '#shared/model/api.ts'
import type { ExchangeError } from '#shared/model/exchange.ts'

export interface ResourceServerOptions {
  /** The issuer identifier that tokens must carry in `iss`; the demo APIs live at `${issuer}/apis/NAME`. */
  readonly issuer: string
  /** Where this process reaches the issuer, e.g. http://127.0.0.1:4400 (differs from issuer when something stands in front). */
  readonly issuerEndpoint: string
  /** Credentials with which the demo APIs introspect opaque tokens. */
  readonly introspectionClient: { readonly client_id: string; readonly client_secret: string }
  /** Whether a JWT access token (by its jti) was revoked, itself or through its grant. */
  readonly isRevoked: (jti: string, client_id?: unknown) => boolean
  /** Told what the API keeps to itself of a token that it refused. */
  readonly onRefused?: ((request: Request, refusal: ExchangeError) => void) | undefined
  readonly apis: () => readonly Api[]
  /** Seconds since the epoch: whether a token has expired is told by the issuer's clock, which may have been moved. */
  readonly now: () => number
  readonly fetch?: typeof fetch
  /** What the demo backend has of its sign-ins. */
  readonly sessions: BackendSessions
  /** With which the demo backend calls the demo APIs; they record it themselves. */
  readonly call?: (address: URL, init: RequestInit) => Promise<Response>
}

export interface BackendSession {
  readonly access_token: string
  readonly csrf_token: string
}

export interface BackendSessions {
  open(state: string): { readonly id: string; readonly session: BackendSession } | undefined
  find(id: string): BackendSession | undefined
  end(id: string): void
}
