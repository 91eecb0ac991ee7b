import { expect, it } from 'vitest'

import { type Parts, VARIATIONS } from './variations.ts'

const BASE: Parts = {
  header: { alg: 'RS256', typ: 'at+jwt', kid: 'one' },
  claims: { iss: 'https://issuer.test', sub: 'alice', aud: 'https://api.test', scope: 'read', exp: 2000, jti: 'j' },
}

function vary(id: string, scopes: readonly string[] = ['read', 'write']): Parts {
  const variation = VARIATIONS.find((each) => each.id === id)
  return variation?.change?.(BASE, { now: 1000, scopes }) ?? BASE
}

it.each([
  ['expired', { exp: 940 }],
  ['not-yet', { nbf: 4600 }],
  ['audience', { aud: 'https://elsewhere.example/api' }],
  ['issuer', { iss: 'https://evil.example' }],
  ['scope', { scope: 'read write' }],
  ['subject', { sub: 'mallory' }],
  ['altered', { sub: 'mallory' }],
])('%s changes this alone', (id, changed) => {
  expect(vary(id)).toEqual({ header: BASE.header, claims: { ...BASE.claims, ...changed } })
})

it('takes jti out, and nothing else', () => {
  const { jti: _jti, ...rest } = BASE.claims
  expect(vary('jti')).toEqual({ header: BASE.header, claims: rest })
  expect(Object.keys(vary('jti').claims)).not.toContain('jti')
})

it('changes the header for those that are about it', () => {
  expect(vary('typ')).toEqual({ ...BASE, header: { ...BASE.header, typ: 'JWT' } })
  expect(vary('kid-path').header['kid']).toBe('../../../dev/null')
})

it('adds a scope that the API does not have, where the token has all', () => {
  expect(vary('scope', ['read']).claims['scope']).toBe('read admin')
})

it('leaves what it says alone where only the signature is another', () => {
  for (const id of ['none', 'hmac', 'other-key', 'embedded']) expect(vary(id)).toEqual(BASE)
})
