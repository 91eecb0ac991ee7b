import { encodeBase64url } from './base64url.ts'
import { isJsonObject, type JsonObject } from './json-object.ts'

/** Made again from what lies beside the token, so that a rule can compare. */
export interface Hashes {
  readonly at_hash?: string | undefined
  readonly c_hash?: string | undefined
  readonly s_hash?: string | undefined
  readonly ath?: string | undefined
  /** The thumbprint of the key in the header. */
  readonly jkt?: string | undefined
}

/** The hash that goes with a signature algorithm; for some there is none that everybody would take. */
export function hashNameOf(alg: unknown): 'SHA-256' | 'SHA-384' | 'SHA-512' | undefined {
  if (typeof alg !== 'string') return undefined
  if (/^(RS|PS|ES|HS)256K?$/.test(alg)) return 'SHA-256'
  if (/^(RS|PS|ES|HS)384$/.test(alg)) return 'SHA-384'
  // Ed25519 hashes with SHA-512 inside, and implementations agree on it.
  return /^((RS|PS|ES|HS)512|EdDSA|Ed25519)$/.test(alg) ? 'SHA-512' : undefined
}

async function digest(name: string, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(name, new TextEncoder().encode(text)))
}

/** OpenID Connect Core section 3.1.3.6: the left half of the hash of the ASCII bytes. */
export async function hashHalf(text: string, alg: unknown): Promise<string | undefined> {
  const name = hashNameOf(alg)
  if (name === undefined) return undefined
  const bytes = await digest(name, text)
  return encodeBase64url(bytes.slice(0, bytes.length / 2))
}

export async function hashWhole(text: string): Promise<string> {
  return encodeBase64url(await digest('SHA-256', text))
}

const THUMBED: Readonly<Record<string, readonly string[]>> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  oct: ['k', 'kty'],
  AKP: ['alg', 'kty', 'pub'],
}

/** RFC 7638; undefined for a key that is not whole. */
export async function thumbprint(jwk: JsonObject): Promise<string | undefined> {
  const names = typeof jwk['kty'] === 'string' ? THUMBED[jwk['kty']] : undefined
  if (names === undefined || !names.every((name) => typeof jwk[name] === 'string')) return undefined
  return hashWhole(JSON.stringify(Object.fromEntries(names.map((name) => [name, jwk[name]]))))
}

export async function buildHashes(header: JsonObject, members: Readonly<Record<string, string>>): Promise<Hashes> {
  const { access_token, code, state } = members
  const [alg, jwk] = [header['alg'], header['jwk']]
  const half = async (text: string | undefined) => (text === undefined ? undefined : hashHalf(text, alg))
  const [at_hash, c_hash, s_hash] = await Promise.all([half(access_token), half(code), half(state)])
  return {
    at_hash,
    c_hash,
    s_hash,
    ath: access_token === undefined ? undefined : await hashWhole(access_token),
    jkt: isJsonObject(jwk) ? await thumbprint(jwk) : undefined,
  }
}
