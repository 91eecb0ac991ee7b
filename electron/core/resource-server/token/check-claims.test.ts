import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { Claims } from './access-token.ts'
import { checkClaims } from './check-claims.ts'

const NOW = 1_790_000_000
const audience = {
  issuer: 'http://localhost:4400',
  identifier: 'https://organizer.test/api',
  address: 'http://localhost:4400/apis/organizer',
}
const good = { iss: audience.issuer, aud: audience.identifier, exp: NOW + 60, sub: 'alice' }

function check(changes: Claims): string | undefined {
  return checkClaims({ ...good, ...changes }, audience, NOW)
}

test('a token of this issuer for this API is taken', () => {
  expect(check({})).toBeUndefined()
})

test.each([
  [audience.identifier],
  [audience.address],
  [`${audience.address}/contacts`],
  [['https://elsewhere.test', audience.identifier]],
])('audience %j is this API', (aud) => {
  expect(check({ aud })).toBeUndefined()
})

test.each([
  [{ iss: undefined }, 'the token names no issuer (iss); this API trusts http://localhost:4400'],
  [
    { iss: 'https://evil.test' },
    'the token was issued by https://evil.test, and this API trusts http://localhost:4400 only',
  ],
  [
    { aud: 'https://photobox.test/api' },
    "the token's audience is https://photobox.test/api, but this API is https://organizer.test/api (at http://localhost:4400/apis/organizer)",
  ],
  [
    { aud: `${audience.address}-evil` },
    "the token's audience is http://localhost:4400/apis/organizer-evil, but this API is https://organizer.test/api (at http://localhost:4400/apis/organizer)",
  ],
  [
    { aud: undefined },
    'the token has no audience (aud); this API is https://organizer.test/api (at http://localhost:4400/apis/organizer): ask for the token with resource=https://organizer.test/api',
  ],
  [{ exp: undefined }, 'the token does not say when it expires (exp)'],
  [{ exp: NOW - 35 }, 'the token expired at 2026-09-21T14:12:45Z, 35 seconds ago'],
  [{ exp: NOW }, 'the token expired at 2026-09-21T14:13:20Z, 0 seconds ago'],
  [{ nbf: NOW + 10 }, 'the token is not valid before 2026-09-21T14:13:30Z (nbf)'],
  [{ nbf: 'soon' }, "the token's nbf is soon, not a time"],
  [{ sub: undefined }, 'the token names neither a user nor a client (sub, client_id)'],
  [
    { cnf: { 'x5t#S256': 'abc' } },
    'the token is bound by cnf {"x5t#S256":"abc"}, and this API can check a DPoP key (jkt) only',
  ],
  [{ cnf: 'key' }, 'the token is bound by cnf key, and this API can check a DPoP key (jkt) only'],
])('%j is refused', (changes, reason) => {
  expect(check(changes)).toBe(reason)
})

test('whatever the claims are, there is an answer and no exception', () => {
  fc.assert(
    fc.property(
      fc.record({
        iss: fc.jsonValue(),
        aud: fc.jsonValue(),
        exp: fc.jsonValue(),
        nbf: fc.jsonValue(),
        sub: fc.jsonValue(),
        cnf: fc.jsonValue(),
      }),
      (claims) => {
        const changes = { ...claims, iss: audience.issuer, aud: [audience.identifier, claims.aud] }
        const reason = checkClaims(changes, audience, NOW)
        expect(reason === undefined || reason.length > 10).toBe(true)
      },
    ),
  )
})
