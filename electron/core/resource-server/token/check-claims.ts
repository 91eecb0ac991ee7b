import { canonicalResource } from '#shared/model/demo-api.ts'
import type { Audience, Claims } from './access-token.ts'
import { showTime, showValue } from './show-value.ts'

type Check = (claims: Claims, audience: Audience, now: number) => string | undefined

/** In the order in which they are worth knowing: a token of another issuer is not looked at any further. */
const CHECKS: readonly Check[] = [
  checkIssuer,
  checkAudience,
  checkExpiry,
  checkNotBefore,
  checkSubject,
  checkConfirmation,
]

/** Why the claims do not open this API, or undefined where they do (RFC 9068 section 4, RFC 7662 section 2.2). */
export function checkClaims(claims: Claims, audience: Audience, now: number): string | undefined {
  for (const check of CHECKS) {
    const reason = check(claims, audience, now)
    if (reason !== undefined) return reason
  }
  return undefined
}

function checkIssuer({ iss }: Claims, { issuer }: Audience): string | undefined {
  if (iss === undefined) return `the token names no issuer (iss); this API trusts ${issuer}`
  return iss === issuer ? undefined : `the token was issued by ${showValue(iss)}, and this API trusts ${issuer} only`
}

function checkAudience({ aud }: Claims, { issuer, identifier, address }: Audience): string | undefined {
  const names: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  const isMeant = names.some((name) => typeof name === 'string' && canonicalResource(issuer, name) === identifier)
  if (isMeant) return undefined
  const here = `this API is ${identifier} (at ${address})`
  if (aud === undefined)
    return `the token has no audience (aud); ${here}: ask for the token with resource=${identifier}`
  return `the token's audience is ${showValue(aud)}, but ${here}`
}

function checkExpiry({ exp }: Claims, _: Audience, now: number): string | undefined {
  if (typeof exp !== 'number') return 'the token does not say when it expires (exp)'
  if (exp > now) return undefined
  return `the token expired at ${showTime(exp)}, ${Math.floor(now - exp)} seconds ago`
}

function checkNotBefore({ nbf }: Claims, _: Audience, now: number): string | undefined {
  if (nbf === undefined) return undefined
  if (typeof nbf !== 'number') return `the token's nbf is ${showValue(nbf)}, not a time`
  return nbf <= now ? undefined : `the token is not valid before ${showTime(nbf)} (nbf)`
}

function checkSubject({ sub, client_id }: Claims): string | undefined {
  if (typeof (sub ?? client_id) === 'string') return undefined
  return 'the token names neither a user nor a client (sub, client_id)'
}

function checkConfirmation({ cnf }: Claims): string | undefined {
  if (cnf === undefined || cnf === null) return undefined
  const isJkt = typeof cnf === 'object' && Object.keys(cnf).length === 1 && 'jkt' in cnf && typeof cnf.jkt === 'string'
  // RFC 7800 section 3.1: a binding that cannot be checked must not be ignored.
  return isJkt ? undefined : `the token is bound by cnf ${showValue(cnf)}, and this API can check a DPoP key (jkt) only`
}
