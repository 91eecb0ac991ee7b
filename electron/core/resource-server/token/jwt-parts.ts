import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { Claims } from './access-token.ts'

export type Header = ReturnType<typeof decodeProtectedHeader>

/** Media types compare without case, and `application/` may be left out (RFC 7515 section 4.1.9). */
export function isMediaType(typ: unknown, expected: string): boolean {
  if (typeof typ !== 'string') return false
  return typ.toLowerCase().replace(/^application\//, '') === expected
}

/** Undefined where it is not JSON in base64url. */
export function parseHeader(token: string): Header | undefined {
  try {
    return decodeProtectedHeader(token)
  } catch {
    return undefined
  }
}

/** The payload, unverified: call it after the signature was checked. */
export function parseClaims(token: string): Claims | undefined {
  try {
    return decodeJwt(token)
  } catch {
    return undefined
  }
}

/** Five parts are an encrypted JWT; anything with other than two dots is an opaque value. */
export function countParts(token: string): number {
  return token.split('.', 6).length
}
