/**
 * A private key that a person brings along, as a JWK or PEM. What is wrong with it is said without a word of it: a message
 * may end in a log.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

import type { SigningAlg } from '#shared/model/key.ts'

export type ParsedKey =
  | { readonly problem: string }
  | {
      readonly key: KeyObject
      /** Those that it can sign with here; the first is its own choice, where it has one. */
      readonly algs: readonly SigningAlg[]
      readonly kid: string | undefined
    }

type Members = Readonly<Record<string, unknown>>

/** RFC 7518 section 3.3 asks for as many; jose and most libraries refuse a shorter one. */
const SHORTEST_RSA = 2048
const LONGEST_RSA = 8192
const LONGEST_TEXT = 100_000

export function parsePrivateKey(given: string | Members): ParsedKey {
  if (typeof given !== 'string') return parseJwk(given)
  const text = given.trim()
  if (text === '') return { problem: 'It is empty. Paste a private key as JWK (JSON) or PEM.' }
  if (text.length > LONGEST_TEXT) return { problem: 'It is far longer than a key can be.' }
  if (text.includes('-----BEGIN')) return parsePem(text)
  const value = parseJson(text)
  return value === undefined
    ? { problem: 'It is neither JSON (a JWK) nor PEM, which begins with -----BEGIN.' }
    : parseJwk(value)
}

function parsePem(text: string): ParsedKey {
  if (text.includes('ENCRYPTED')) {
    return {
      problem: 'It is locked with a passphrase. Unlock it first: openssl pkcs8 -topk8 -nocrypt -in key.pem',
    }
  }
  if (/-----BEGIN (CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY)/.test(text) && !text.includes('PRIVATE KEY')) {
    return { problem: 'It is the public half. The issuer signs, so it needs the private key.' }
  }
  try {
    return describe(createPrivateKey(text), undefined, undefined)
  } catch {
    return { problem: 'It looks like PEM, but no private key can be read from it. Was it copied whole?' }
  }
}

function parseJwk(value: Members): ParsedKey {
  const { keys, kty, kid, alg, use } = value
  if (Array.isArray(keys)) {
    const [only] = keys as readonly unknown[]
    if (keys.length === 1 && isMembers(only)) return parseJwk(only)
    return { problem: `It is a set of ${keys.length} keys. Paste the one that is meant.` }
  }
  if (typeof kty !== 'string') return { problem: 'It is JSON, but no JWK: it has no kty (RFC 7517 section 4.1).' }
  if (kty === 'oct') return { problem: 'It is a shared secret (oct). What it signs, only who knows it could verify.' }
  if (use === 'enc') return { problem: 'It is for encryption (use is enc), and the issuer signs.' }
  if (typeof value['d'] !== 'string') {
    return { problem: 'It is the public half: it has no d. The issuer signs, so it needs the private key.' }
  }
  if (kid !== undefined && typeof kid !== 'string') return { problem: 'Its kid is no text.' }
  try {
    return describe(createPrivateKey({ key: { ...value, kty }, format: 'jwk' }), alg, kid)
  } catch {
    return { problem: `It says that it is a key of the kind ${shown(kty)}, but it cannot be read as one.` }
  }
}

const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }

function describe(key: KeyObject, alg: unknown, kid: string | undefined): ParsedKey {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  switch (key.asymmetricKeyType) {
    case 'rsa':
      if (modulusLength < SHORTEST_RSA) {
        return {
          problem: `It has ${modulusLength} bits. RSA signs with ${SHORTEST_RSA} or more (RFC 7518 section 3.3).`,
        }
      }
      if (modulusLength > LONGEST_RSA)
        return { problem: `It has ${modulusLength} bits, and each signature would take seconds.` }
      return choose(key, ['RS256', 'PS256'], alg, kid)
    case 'ec':
      if (namedCurve === 'prime256v1') return choose(key, ['ES256'], alg, kid)
      return { problem: `It is on the curve ${CURVES[namedCurve] ?? namedCurve}. The issuer signs on P-256 (ES256).` }
    case 'ed25519':
      return choose(key, ['EdDSA'], alg === 'Ed25519' ? 'EdDSA' : alg, kid)
    default:
      return { problem: 'It is a key of a kind that the issuer does not sign with: RSA, P-256 or Ed25519.' }
  }
}

function choose(key: KeyObject, algs: readonly SigningAlg[], alg: unknown, kid: string | undefined): ParsedKey {
  if (!isOfOnePiece(key)) return { problem: 'Its private half does not belong to its public half.' }
  if (alg === undefined) return { key, algs, kid }
  const own = algs.find((one) => one === alg)
  if (own === undefined) {
    return { problem: `It says that it is for ${shown(alg)}. Here a key of its kind is for ${algs.join(' or ')}.` }
  }
  return { key, algs: [own], kid }
}

/** A JWK says both halves, and nothing that reads it compares them. */
function isOfOnePiece(key: KeyObject): boolean {
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  try {
    const probe = Buffer.from('valetkey')
    return verify(digest, probe, createPublicKey(key), sign(digest, probe, key))
  } catch {
    return false
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' && /^[\w+-]{1,40}$/.test(value) ? value : 'something else'
}

function parseJson(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isMembers(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
