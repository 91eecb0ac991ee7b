/** What a proof may be signed with (RFC 9449 section 4.3, check 5: never `none`, never symmetric). */
export const DPOP_SIGNING_ALGS = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
  'EdDSA',
  'Ed25519',
] as const

/** Seconds that a proof's `iat` may lie in the past or in the future. */
export const DPOP_PROOF_WINDOW = 300

/** RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1, RFC 8037 section 2. */
const PRIVATE_JWK_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']

export function privateMembers(jwk: Readonly<Record<string, unknown>>): readonly string[] {
  return PRIVATE_JWK_MEMBERS.filter((member) => Object.hasOwn(jwk, member))
}

/** RFC 9449 section 4.3, check 9: addresses are compared without their query and fragment, normalised as URLs. */
export function sameTarget(htu: string, address: string): boolean {
  const [claimed, actual] = [withoutQuery(htu), withoutQuery(address)]
  return claimed !== undefined && claimed === actual
}

export function withoutQuery(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  return url.href
}
