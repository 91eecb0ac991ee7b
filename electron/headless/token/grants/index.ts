import { authorizationCode } from './authorization-code.ts'
import { clientCredentials } from './client-credentials.ts'
import { deviceCode } from './device-code.ts'
import type { Grant } from './grant.ts'
import { jwtBearer } from './jwt-bearer.ts'
import { password } from './password.ts'
import { refreshToken } from './refresh-token.ts'
import { tokenExchange } from './token-exchange.ts'

export const GRANTS: readonly Grant[] = [
  clientCredentials,
  password,
  refreshToken,
  deviceCode,
  authorizationCode,
  tokenExchange,
  jwtBearer,
]

/** By the short name or by what the protocol calls it. */
export function findGrant(name: string): Grant | undefined {
  return GRANTS.find((grant) => grant.name === name || grant.grantType === name)
}
