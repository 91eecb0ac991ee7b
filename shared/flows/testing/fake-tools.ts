/** Tools without keys, clocks and chance, so that a walk comes out the same each time. */
import { parseObject } from '../answer.ts'
import { BACKEND } from './fake-issuer.ts'
import type { FlowTools, JsonObject, VerifiedJwt } from '../flow.ts'

/** The moment at which the example of OpenID Connect Core section 2 was issued. */
export const NOW = 1311280970

const FORGED = 'forged'

export function createFakeTools(overrides: Partial<FlowTools> = {}): FlowTools {
  let count = 0
  return {
    random: () => `random-${(count += 1)}`,
    now: () => NOW,
    sha256: async (text) => `sha256(${text})`,
    halfHash: async (text, alg) => `half-${alg}(${text})`,
    makeKey: async (alg) => {
      const publicKey = { kty: 'EC', crv: 'P-256', x: `x-${alg}`, y: `y-${alg}` }
      return { publicKey, privateKey: { ...publicKey, d: 'private' } }
    },
    signJwt: async (header, claims) => fakeJwt(claims, header),
    signJwtWithSecret: async (claims) => fakeJwt(claims, { alg: 'HS256' }),
    verifyJwt: async (jwt) => readFakeJwt(jwt),
    validateTokenAnswer: async () => undefined,
    backend: { address: BACKEND, keepTokens: () => undefined },
    ...overrides,
  }
}

/** Three parts, as a JWT has them; the parts are escaped rather than encoded, so that tests can read them. */
export function fakeJwt(
  claims: JsonObject,
  header: JsonObject = { alg: 'RS256', kid: '1e9gdk7' },
  signature = 'signed',
) {
  return (
    [header, claims].map((part) => encodeURIComponent(JSON.stringify(part)).replaceAll('.', '%2E')).join('.') +
    `.${signature}`
  )
}

/** The same JWT with a signature by nobody. */
export function forge(jwt: string): string {
  return jwt.replace(/\.[^.]*$/, `.${FORGED}`)
}

export function readFakeJwt(jwt: string): VerifiedJwt {
  const [header = '', claims = '', signature] = jwt.split('.')
  const parts = { header: parse(header), claims: parse(claims) }
  if (parts.claims === undefined)
    return { header: undefined, claims: undefined, signature: 'invalid', reason: 'no JWT' }
  return signature === FORGED
    ? { ...parts, signature: 'invalid', reason: 'the signature does not fit' }
    : { ...parts, signature: 'valid' }
}

function parse(part: string): JsonObject | undefined {
  return parseObject(decodeURIComponent(part))
}
