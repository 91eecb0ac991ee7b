import type { Token } from '#shared/tokens/token.ts'

import { OriginOfToken } from '../common/tokens/origin-of-token.tsx'

interface TokenOriginProps {
  readonly token: Token
}

/** Which application and which user it was given to, and the exchange that made it, where this issuer gave it. */
export function TokenOrigin({ token }: TokenOriginProps) {
  return <OriginOfToken token={token.text} />
}
