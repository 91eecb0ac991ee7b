import { hash } from 'node:crypto'
import { EmbeddedJWK, calculateJwkThumbprint, compactVerify } from 'jose'
import type { JWK } from 'jose'
import { DPOP_PROOF_WINDOW, DPOP_SIGNING_ALGS, privateMembers, sameTarget, withoutQuery } from '#shared/oauth/dpop.ts'
import { isLoopbackHost } from '#shared/oauth/loopback.ts'
import type { Claims } from './access-token.ts'
import { type Header, isMediaType, parseClaims, parseHeader } from './jwt-parts.ts'
import type { ReplayGuard } from './replay-guard.ts'
import { showTime, showValue } from './show-value.ts'

export interface ProofExpectation {
  readonly request: Request
  /** The request's address as a client sees it that goes through the issuer's public address. */
  readonly publicAddress: string
  readonly token: string
  /** Thumbprint of the key that the token is bound to. */
  readonly jkt: string
  readonly replayGuard: ReplayGuard
}

const ALGS: readonly string[] = DPOP_SIGNING_ALGS

/** Why the request's DPoP proof does not do, or undefined where it does (RFC 9449 sections 4.3 and 7.1). */
export async function checkDpopProof(expected: ProofExpectation): Promise<string | undefined> {
  const proof = expected.request.headers.get('dpop')
  if (proof === null) return 'the token is bound to a key, and the request has no DPoP header to prove that key'
  if (proof.includes(',')) return 'the request has more than one DPoP header'
  const header = parseHeader(proof)
  if (header === undefined) return 'the DPoP header is not a signed JWT'
  const reason = checkHeader(header) ?? (await checkSignature(proof))
  if (reason !== undefined) return reason
  const claims = parseClaims(proof)
  if (claims === undefined) return "the proof's payload is not a JSON object"
  const now = Date.now() / 1000
  return (
    checkTarget(claims, expected) ??
    checkTime(claims, now) ??
    checkToken(claims, expected.token) ??
    (await checkKey(header.jwk, expected.jkt)) ??
    // Last, so that a proof which fails otherwise does not use up its jti.
    checkReplay(claims, expected, now)
  )
}

function checkHeader({ typ, alg, jwk }: Header): string | undefined {
  if (!isMediaType(typ, 'dpop+jwt')) return `the proof's typ is ${showValue(typ)}; it must be dpop+jwt`
  if (typeof alg !== 'string' || !ALGS.includes(alg))
    return `the proof is signed with alg ${showValue(alg)}; ${ALGS.join(', ')} are taken`
  if (typeof jwk !== 'object' || jwk === null || Array.isArray(jwk)) return 'the proof carries no public key (jwk)'
  const secret = privateMembers(jwk)
  if (secret.length > 0)
    return `the proof's jwk holds private parts (${secret.join(', ')}): that key is no secret any more`
  return undefined
}

async function checkSignature(proof: string): Promise<string | undefined> {
  try {
    await compactVerify(proof, EmbeddedJWK, { algorithms: [...ALGS] })
    return undefined
  } catch (error) {
    // The key is the sender's, so whatever goes wrong here is the proof's fault.
    return `the proof's signature does not match its own jwk: ${error instanceof Error ? showValue(error.message) : 'unknown'}`
  }
}

function checkTarget({ htm, htu }: Claims, { request, publicAddress }: ProofExpectation): string | undefined {
  if (htm !== request.method)
    return `the proof's htm is ${showValue(htm)}, but the request's method is ${request.method}`
  if (typeof htu !== 'string') return 'the proof names no address (htu)'
  const addresses = [publicAddress, ...(isLoopbackHost(new URL(request.url).hostname) ? [request.url] : [])]
  if (addresses.some((address) => sameTarget(htu, address))) return undefined
  return `the proof's htu is ${showValue(htu)}, but the request's address is ${showValue(withoutQuery(publicAddress))}`
}

function checkTime({ iat }: Claims, now: number): string | undefined {
  if (typeof iat !== 'number') return 'the proof does not say when it was made (iat)'
  if (Math.abs(now - iat) <= DPOP_PROOF_WINDOW) return undefined
  return `the proof was made at ${showTime(iat)} (iat), which is not within ${DPOP_PROOF_WINDOW} seconds of ${showTime(Math.floor(now))}`
}

function checkToken({ ath }: Claims, token: string): string | undefined {
  if (typeof ath !== 'string') return 'the proof has no ath, the hash of the access token'
  const actual = hash('sha256', token, 'base64url')
  return ath === actual ? undefined : `the proof's ath is ${showValue(ath)}, but the token's SHA-256 is ${actual}`
}

async function checkKey(jwk: JWK | undefined, jkt: string): Promise<string | undefined> {
  const thumbprint = jwk === undefined ? undefined : await calculateJwkThumbprint(jwk)
  return thumbprint === jkt
    ? undefined
    : `the proof is signed with key ${showValue(thumbprint)}, but the token is bound to ${showValue(jkt)} (cnf.jkt)`
}

function checkReplay({ jti, iat }: Claims, { jkt, replayGuard }: ProofExpectation, now: number): string | undefined {
  if (typeof jti !== 'string' || jti === '') return 'the proof has no jti'
  const expiresAt = (typeof iat === 'number' ? iat : now) + DPOP_PROOF_WINDOW + 1
  return replayGuard.claim(`${jkt} ${jti}`, now, expiresAt)
    ? undefined
    : `the proof ${showValue(jti)} (jti) was used before`
}
