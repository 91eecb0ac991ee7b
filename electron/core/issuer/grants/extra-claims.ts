import type { UnknownObject } from 'oidc-provider'

const claims = new WeakMap<object, UnknownObject>()

/** Claims of one token that only its grant knows. oidc-provider asks for them when it saves the token. */
export function setExtraClaims(token: object, extra: UnknownObject): void {
  claims.set(token, extra)
}

export function extraTokenClaims(_ctx: unknown, token: object): UnknownObject | undefined {
  return claims.get(token)
}
