import { compactVerify, createRemoteJWKSet, customFetch, errors } from 'jose'
import type { CompactJWSHeaderParameters, CryptoKey, FlattenedJWSInput, JWK } from 'jose'
import { SIGNING_ALGS } from '#shared/model/key.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ResourceServerOptions } from '../options.ts'
import type { Audience, Claims } from './access-token.ts'
import { checkClaims } from './check-claims.ts'
import { explainHeader, explainUnverified, explainVerified } from './explain-forgery.ts'
import { ISSUER_TIMEOUT, issuerUnreachable } from './issuer-unreachable.ts'
import { type Header, isMediaType, parseClaims, parseHeader } from './jwt-parts.ts'
import { showValue } from './show-value.ts'
import type { TokenCheck } from './token-check.ts'

// Every algorithm that the issuer signs with, not only the API's present one: tokens outlive a change of that setting.
const ALGS: readonly string[] = SIGNING_ALGS

/** Checks JWT access tokens (RFC 9068 section 4) with the issuer's published keys. */
export function createJwtCheck(options: ResourceServerOptions) {
  const findKey = createKeyFinder(options)

  return async function checkJwt(token: string, audience: Audience): Promise<TokenCheck> {
    const header = parseHeader(token)
    if (header === undefined) return { reason: 'the token looks like a JWT, but its header is not JSON in base64url' }
    const reason = checkHeader(header)
    if (reason !== undefined) return { reason, inner: await explainHeader(token, header, findKey.publicKeys) }
    const signature = await checkSignature(token, header, findKey)
    if (signature !== undefined) return { reason: signature, inner: explainUnverified(header) }
    const claims = parseClaims(token)
    if (claims === undefined) return { reason: "the token's payload is not a JSON object" }
    const refused = checkClaims(claims, audience, options.now()) ?? checkRevoked(claims, options.isRevoked)
    return refused === undefined ? { claims } : { reason: refused, inner: explainVerified(header) }
  }
}

interface KeyFinder {
  (header: CompactJWSHeaderParameters, input: FlattenedJWSInput): Promise<CryptoKey>
  /** As the issuer publishes them. */
  publicKeys(): Promise<readonly JWK[]>
}

function createKeyFinder(options: ResourceServerOptions): KeyFinder {
  const keys = createRemoteJWKSet(new URL(`${options.issuerEndpoint}/jwks`), {
    // An unknown kid asks the issuer at once, so that a rotated key works at once; it is on this machine.
    cooldownDuration: 0,
    timeoutDuration: ISSUER_TIMEOUT,
    ...(options.fetch === undefined ? {} : { [customFetch]: options.fetch }),
  })
  async function find(header: CompactJWSHeaderParameters, input: FlattenedJWSInput): Promise<CryptoKey> {
    try {
      return await keys(header, input)
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error
      throw issuerUnreachable("The issuer's keys could not be read", error)
    }
  }

  async function publicKeys(): Promise<readonly JWK[]> {
    // Without them the refusal is the same, and says less.
    await keys.reload().catch(() => undefined)
    return keys.jwks()?.keys ?? []
  }

  return Object.assign(find, { publicKeys })
}

function checkHeader({ alg, typ }: Header): string | undefined {
  if (typeof alg !== 'string' || !ALGS.includes(alg)) {
    return `the token is signed with alg ${showValue(alg)}; this API takes ${ALGS.join(', ')} only`
  }
  if (isMediaType(typ, 'at+jwt')) return undefined
  const hint =
    typ === undefined || isMediaType(typ, 'jwt') ? '; an ID token is for the application, not for an API' : ''
  return `the token's typ is ${showValue(typ)}, and an access token's is at+jwt (RFC 9068)${hint}`
}

async function checkSignature(token: string, header: Header, findKey: KeyFinder): Promise<string | undefined> {
  try {
    await compactVerify(token, findKey, { algorithms: [...ALGS] })
    return undefined
  } catch (error) {
    return explainSignature(error, header)
  }
}

function explainSignature(error: unknown, { kid, alg }: Header): string {
  const key = `key ${showValue(kid)}`
  if (error instanceof errors.JWSSignatureVerificationFailed) return `the signature does not match ${key} of the issuer`
  if (error instanceof errors.JWKSNoMatchingKey) return `the issuer publishes no ${key} for ${showValue(alg)}`
  if (error instanceof errors.JWKSMultipleMatchingKeys)
    return `the token names no key (kid), and the issuer has several`
  if (error instanceof errors.JWSInvalid || error instanceof errors.JOSENotSupported)
    return `the token is no valid JWS: ${error.message}`
  // What is left is a key of the issuer's that cannot be used, or the issuer itself.
  throw error instanceof HttpProblem ? error : issuerUnreachable(`The issuer's ${key} cannot be used`, error)
}

function checkRevoked({ jti, client_id }: Claims, isRevoked: ResourceServerOptions['isRevoked']): string | undefined {
  if (typeof jti !== 'string')
    return 'the token has no jti, which RFC 9068 requires, so whether it was revoked cannot be told'
  return isRevoked(jti, client_id) ? 'the token was revoked' : undefined
}
