/**
 * The parts behind oidc-provider's public face that the issuer reaches for, typed here because the package's
 * types leave them out. The package is pinned to an exact version; `internals.ts` is the only importer.
 */
declare module 'oidc-provider/lib/helpers/weak_cache.js' {
  import type { Provider } from 'oidc-provider'

  interface ProviderState {
    readonly configuration: {
      readonly responseTypes: { push(type: string): void }
      readonly cookies: { readonly long: object }
    }
  }
  export default function instance(provider: Provider): ProviderState
}

declare module 'oidc-provider/lib/helpers/grants.js' {
  import type {
    AccessToken,
    ClientCredentials,
    KoaContextWithOIDC,
    Provider,
    RefreshToken,
    ResourceServerInstance,
  } from 'oidc-provider'

  export interface DpopResult {
    readonly thumbprint: string
    readonly jti: string
    readonly iat: number
  }
  export interface TokenResponse {
    accessToken: string
    expiresIn: number
    idToken?: string | undefined
    issuedTokenType?: string | undefined
    refreshToken?: string | undefined
    scope?: string | undefined
    tokenType: string
  }
  export function validateDpop(provider: Provider, ctx: KoaContextWithOIDC): Promise<DpopResult | undefined>
  export function checkDpopReplay(
    provider: Provider,
    ctx: KoaContextWithOIDC,
    dPoP: DpopResult | undefined,
    clientId: string,
  ): Promise<void>
  export function checkDpopRequired(provider: Provider, ctx: KoaContextWithOIDC, dPoP: DpopResult | undefined): void
  export function resolveRequestedResources(
    provider: Provider,
    ctx: KoaContextWithOIDC,
  ): Promise<readonly ResourceServerInstance[]>
  export function applyRefreshTokenBindings(
    provider: Provider,
    ctx: KoaContextWithOIDC,
    accessToken: AccessToken | ClientCredentials,
    refreshToken: RefreshToken,
  ): Promise<void>
  export function buildTokenResponse(provider: Provider, response: TokenResponse): Record<string, unknown>
}
