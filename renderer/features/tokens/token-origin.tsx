import type { Token } from '#shared/tokens/token.ts'

interface TokenOriginProps {
  readonly token: Token
}

/** Which application and which user it was given to, and the exchange that made it, where this issuer gave it. */
export function TokenOrigin(_props: TokenOriginProps) {
  return null
}
