import { isGrantOn } from '../configuration/what-is-on.ts'
import { jwtBearerGrant } from './jwt-bearer.ts'
import type { GrantDependencies } from './grant-type.ts'
import { passwordGrant } from './password.ts'
import { tokenExchangeGrant } from './token-exchange.ts'

/** The grants that oidc-provider does not have. */
const GRANTS = [passwordGrant, tokenExchangeGrant, jwtBearerGrant] as const

export function registerGrants(dependencies: GrantDependencies): void {
  const { features } = dependencies.store.settings.get()
  for (const { grantType, parameters, repeatable, createHandler } of GRANTS) {
    if (!isGrantOn(grantType, features)) continue
    dependencies.provider.registerGrantType(grantType, createHandler(dependencies), parameters, repeatable)
  }
}
