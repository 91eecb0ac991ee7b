import type { ResourceServerOptions } from '../options.ts'
import type { AccessToken, Audience, Claims } from './access-token.ts'
import { checkDpopProof } from './check-dpop-proof.ts'
import { createJwtCheck } from './check-jwt.ts'
import { createOpaqueCheck } from './check-opaque.ts'
import { countParts } from './jwt-parts.ts'
import { readToken } from './read-token.ts'
import type { PresentedToken } from './read-token.ts'
import { createReplayGuard } from './replay-guard.ts'
import type { TokenCheck } from './token-check.ts'
import { TokenRefusal } from './token-refusal.ts'

export interface TokenRequest {
  readonly request: Request
  readonly audience: Audience
  readonly publicAddress: string
  readonly metadataAddress: string
}

/** Gives the token of a request, or throws the refusal that says exactly what is wrong with it. */
export type TokenGuard = (tokenRequest: TokenRequest) => Promise<AccessToken>

export function createTokenGuard(options: ResourceServerOptions): TokenGuard {
  const checkJwt = createJwtCheck(options)
  const checkOpaque = createOpaqueCheck(options)
  const replayGuard = createReplayGuard()

  async function checkValue(token: string, audience: Audience): Promise<TokenCheck> {
    const parts = countParts(token)
    if (parts === 5) return { reason: 'the token is encrypted (five parts); this API reads signed tokens only' }
    return parts === 3 ? checkJwt(token, audience) : checkOpaque(token, audience)
  }

  return async ({ request, audience, publicAddress, metadataAddress }) => {
    const presented = await readToken(request, metadataAddress)
    const { value, scheme } = presented
    const check = await checkValue(value, audience)
    if ('reason' in check) throw new TokenRefusal('invalid_token', check.reason, { scheme, inner: check.inner })
    const jkt = readThumbprint(check.claims)
    assertSchemeFits(presented, jkt, request.headers.has('dpop'))
    if (jkt !== undefined) {
      const reason = await checkDpopProof({ request, publicAddress, token: value, jkt, replayGuard })
      if (reason !== undefined) throw new TokenRefusal('invalid_dpop_proof', reason, { scheme })
    }
    return toAccessToken(check.claims, presented)
  }
}

function readThumbprint({ cnf }: Claims): string | undefined {
  return typeof cnf === 'object' && cnf !== null && 'jkt' in cnf && typeof cnf.jkt === 'string' ? cnf.jkt : undefined
}

const STOLEN =
  'The token itself is good. Whoever has it without the key that it is bound to has found or stolen it, and gets nothing.'
const SCOPE_IS_SIGNED = 'The token itself is good. Its scope stands under the signature, so that nobody can add to it.'

/** RFC 9449 section 7.1 and 7.2: a bound token never passes as a bearer token, nor the other way round. */
function assertSchemeFits({ scheme }: PresentedToken, jkt: string | undefined, hasProof: boolean): void {
  if (jkt !== undefined && scheme === 'Bearer') {
    const reason = 'the token is bound to a key (cnf.jkt): send it with the scheme DPoP and a proof in the DPoP header'
    throw new TokenRefusal('invalid_token', reason, { scheme, offerDpop: true, inner: STOLEN })
  }
  if (jkt === undefined && (scheme === 'DPoP' || hasProof)) {
    const reason =
      'the token is not bound to a key (it has no cnf.jkt), so a DPoP proof proves nothing: send it as Bearer, alone'
    throw new TokenRefusal('invalid_token', reason, { scheme })
  }
}

function toAccessToken(claims: Claims, { scheme }: PresentedToken): AccessToken {
  const { sub, client_id, scope, exp } = claims
  return {
    sub: String(sub ?? client_id),
    scopes: typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [],
    expiresAt: Number(exp),
    scheme,
    claims,
  }
}

/** RFC 6750 section 3.1: the challenge names the scope that would have been enough. */
export function assertScope({ scopes, scheme }: AccessToken, scope: string): void {
  if (scopes.includes(scope)) return
  const granted = scopes.length === 0 ? 'no scope' : `only ${scopes.slice(0, 30).join(' ')}`
  throw new TokenRefusal('insufficient_scope', `this needs the scope ${scope}, and the token has ${granted}`, {
    scheme,
    scope,
    inner: SCOPE_IS_SIGNED,
  })
}
