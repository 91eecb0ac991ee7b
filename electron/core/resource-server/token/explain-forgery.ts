/**
 * What a refused token looks like from inside: the attack that it would have been on an API that checks less. A caller
 * is not told; whoever reads the traffic is.
 */
import { createHmac, createPublicKey, timingSafeEqual } from 'node:crypto'
import type { JWK } from 'jose'
import { type Header, isMediaType } from './jwt-parts.ts'
import { showValue } from './show-value.ts'

/** Of a token whose algorithm or type is refused. */
export async function explainHeader(
  token: string,
  { alg, typ }: Header,
  publicKeys: () => Promise<readonly JWK[]>,
): Promise<string | undefined> {
  if (typeof alg === 'string' && alg.toLowerCase() === 'none') {
    return 'Nobody signed it: an API that takes the algorithm from the token would have believed every claim (RFC 8725 section 2.1).'
  }
  if (alg === 'HS256') return explainHmac(token, await publicKeys())
  if (!isMediaType(typ, 'at+jwt')) {
    return 'Its signature was not looked at: a token of another kind is refused whoever signed it (RFC 8725 section 3.11).'
  }
  return undefined
}

/** RFC 8725 section 2.1: what everybody may know is no secret, unless the API is talked into taking it for one. */
function explainHmac(token: string, keys: readonly JWK[]): string {
  const key = keys.find((candidate) => isSecretOf(token, candidate))
  if (key === undefined) {
    return 'An HMAC needs a secret that the issuer and this API share, and there is none. Its secret is not a public key of the issuer either.'
  }
  return `Its secret is the issuer's public key ${showValue(key.kid)} as PEM: an API that takes the algorithm from the token would have found the signature good (RFC 8725 section 2.1).`
}

function isSecretOf(token: string, jwk: JWK): boolean {
  const end = token.lastIndexOf('.')
  const secret = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  const expected = createHmac('sha256', secret).update(token.slice(0, end)).digest()
  const found = Buffer.from(token.slice(end + 1), 'base64url')
  return found.length === expected.length && timingSafeEqual(found, expected)
}

/** Of a token that no key of the issuer has signed as it is. */
export function explainUnverified({ kid, jwk, jku, x5u }: Header): string {
  const brought = Object.entries({ jwk, jku, x5u }).find(([, value]) => value !== undefined)?.[0]
  if (brought !== undefined) {
    return `It brings a key of its own (${brought} in the header), under which its signature may well hold. This API takes the keys that the issuer publishes, and no others.`
  }
  if (typeof kid === 'string' && /[/\\]/.test(kid)) {
    return 'Its kid is a path: an API that looks its keys up as files would have read that one, and an empty file is a secret that everybody knows.'
  }
  return 'Either it was altered after it was signed, or somebody else signed it: a single changed character is enough.'
}

/** Of a token that the issuer has signed, and that does not open this API all the same. */
export function explainVerified({ kid }: Header): string {
  return `The signature is the issuer's (key ${showValue(kid)}), so it is what it says, and that is not enough here.`
}
