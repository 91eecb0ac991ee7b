import type { Provider, TokenEndpointGrantContext } from 'oidc-provider'

import type { Store } from '../../store/store.ts'
import type { JwtAccessTokens } from '../adaptations/jwt-access-tokens.ts'

export interface GrantDependencies {
  readonly provider: Provider
  readonly store: Store
  readonly jwtAccessTokens: JwtAccessTokens
  readonly fetch: typeof globalThis.fetch
}

export type GrantContext = TokenEndpointGrantContext

/** An extension grant: a file exports one of these, `index.ts` lists them. */
export interface GrantType {
  readonly grantType: string
  readonly parameters: readonly string[]
  /** Parameters that may come more than once. */
  readonly repeatable: readonly string[]
  readonly createHandler: (dependencies: GrantDependencies) => (ctx: GrantContext) => Promise<void>
}
