/** `at_hash` and its like, step by step (OpenID Connect Core section 3.1.3.6). */
import { parseObject, textOf } from '#shared/flows/answer.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'
import type { DecodedJwt } from '#shared/tokens/decode-jwt.ts'

export interface HashWanted {
  readonly claim: 'at_hash' | 'c_hash' | 's_hash'
  /** The name of what is hashed. */
  readonly of: string
  readonly text: string
  /** What the token says. */
  readonly said: string
}

export interface HashSteps {
  /** `SHA-256` */
  readonly name: string
  /** In hexadecimal, the half that counts and the half that does not. */
  readonly left: string
  readonly right: string
  /** The left half as base64url. */
  readonly encoded: string
}

const CLAIMS = [
  ['at_hash', 'access_token'],
  ['c_hash', 'code'],
  ['s_hash', 'state'],
] as const

/** What an ID token vouches for, as it came beside it: tokens that came later are others. */
export function listHashes(jwt: DecodedJwt, step: FlowRun['steps'][number] | undefined): readonly HashWanted[] {
  const beside: Readonly<Record<string, unknown>> = {
    ...step?.arrival?.parameters,
    ...parseObject(step?.answer?.body ?? ''),
  }
  return CLAIMS.flatMap(([claim, of]) => {
    const [said, text] = [jwt.claims[claim], beside[of]]
    return typeof said === 'string' && typeof text === 'string' ? [{ claim, of, text, said }] : []
  })
}

/** The hash is the one that the signature's algorithm has in its name. */
export async function buildHashSteps(text: string, alg: unknown): Promise<HashSteps> {
  const size = /(?:256|384|512)$/.exec(textOf(typeof alg === 'string' ? alg : undefined) ?? '')?.[0] ?? '512'
  const name = `SHA-${size}`
  const bytes = new Uint8Array(await crypto.subtle.digest(name, new TextEncoder().encode(text)))
  const half = bytes.length / 2
  return {
    name,
    left: toHex(bytes.subarray(0, half)),
    right: toHex(bytes.subarray(half)),
    encoded: toBase64Url(bytes.subarray(0, half)),
  }
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
