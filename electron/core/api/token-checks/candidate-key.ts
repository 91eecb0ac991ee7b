import { createHash, type KeyObject } from 'node:crypto'

import { calculateJwkThumbprint, type JWK } from 'jose'

import type { KeyFacts } from '#shared/contract/calls/token-checks.ts'
import type { Jwk } from '#shared/model/key.ts'
import { isJsonObject } from '#shared/tokens/json-object.ts'

/** A key that may have signed, with what is told of it. */
export interface CandidateKey {
  readonly facts: KeyFacts
  /** As it came, private members left out; a secret has its value. */
  readonly material: { readonly jwk: Jwk } | { readonly keyObject: KeyObject } | { readonly secret: Uint8Array }
}

export function isJwk(value: unknown): value is Jwk {
  return isJsonObject(value) && typeof value['kty'] === 'string'
}

export async function describeJwk(jwk: Jwk): Promise<KeyFacts> {
  const { kty, kid, alg, use } = jwk
  const crv = jwk['crv']
  return {
    kty,
    ...(typeof kid === 'string' && { kid }),
    ...(typeof crv === 'string' && { crv }),
    ...(typeof alg === 'string' && { alg }),
    ...(typeof use === 'string' && { use }),
    ...(kty !== 'oct' && (await thumbprintOf(jwk))),
  }
}

async function thumbprintOf(jwk: Jwk): Promise<{ thumbprint?: string }> {
  try {
    return { thumbprint: await calculateJwkThumbprint({ ...jwk } satisfies JWK) }
  } catch {
    // A key that is not whole has none; verifying with it says so.
    return {}
  }
}

const KTY_OF: Readonly<Record<string, string>> = {
  rsa: 'RSA',
  'rsa-pss': 'RSA',
  ec: 'EC',
  ed25519: 'OKP',
  ed448: 'OKP',
  x25519: 'OKP',
  x448: 'OKP',
}

export async function describeKeyObject(keyObject: KeyObject): Promise<KeyFacts> {
  const type = keyObject.asymmetricKeyType ?? ''
  const kty = KTY_OF[type] ?? 'AKP'
  try {
    const jwk = keyObject.export({ format: 'jwk' })
    return await describeJwk({ ...jwk, kty })
  } catch {
    const spki = keyObject.export({ format: 'der', type: 'spki' })
    return { kty, crv: type, thumbprint: createHash('sha256').update(spki).digest('base64url') }
  }
}

/** The key type that an algorithm needs. */
export function keyTypeFor(alg: string): string {
  if (alg.startsWith('HS')) return 'oct'
  if (/^(RS|PS)/.test(alg)) return 'RSA'
  if (alg.startsWith('ES')) return 'EC'
  return alg.startsWith('ML-DSA') ? 'AKP' : 'OKP'
}

const CURVES: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', ES256K: 'secp256k1' }

/** By its type, and where the algorithm is for one curve only, by that. */
export function fits({ kty, crv }: KeyFacts, alg: string): boolean {
  const curve = CURVES[alg]
  return kty === keyTypeFor(alg) && (curve === undefined || crv === undefined || crv === curve)
}
