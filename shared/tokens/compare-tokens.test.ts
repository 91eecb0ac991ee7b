import { describe, expect, it } from 'vitest'

import { encodeText } from './base64url.ts'
import { compareMembers, compareTokens, countChanges } from './compare-tokens.ts'
import { recognise } from './recognise.ts'

function jwt(claims: object, header: object = { alg: 'ES256', kid: 'a' }): string {
  return `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}.c2ln`
}

describe('two tokens', () => {
  it('differ by what was added, removed and changed, and by times alone', () => {
    const one = jwt({ sub: 'alice', scope: 'read', iat: 1, exp: 2, aud: ['a', 'b'] })
    const other = jwt({ sub: 'bob', iat: 3, exp: 4, aud: ['a', 'b'], nonce: 'n' })
    const [header, payload] = compareTokens(recognise(one), recognise(other))
    expect(header?.members.map(({ change }) => change)).toEqual(['same', 'same'])
    expect(payload?.members.map(({ name, change }) => `${name} ${change}`)).toEqual([
      'sub changed',
      'scope removed',
      'iat time',
      'exp time',
      'aud same',
      'nonce added',
    ])
  })

  it('are the same whatever the order of their members', () => {
    const comparisons = compareTokens(
      recognise(jwt({ a: { x: 1, y: 2 }, b: 1 })),
      recognise(jwt({ b: 1, a: { y: 2, x: 1 } })),
    )
    expect(countChanges(comparisons)).toEqual({ same: 4, added: 0, removed: 0, changed: 0, time: 0 })
  })

  it('have no member that every object has', () => {
    expect(compareMembers({}, JSON.parse('{"constructor":1,"__proto__":2}') as Record<string, unknown>)).toMatchObject([
      { name: 'constructor', change: 'added' },
      { name: '__proto__', change: 'added' },
    ])
  })
})

it('compares two token responses token by token, and what stands around', () => {
  const one = JSON.stringify({ access_token: 'opaque-1', id_token: jwt({ sub: 'alice' }), scope: 'openid' })
  const other = JSON.stringify({ access_token: 'opaque-2', id_token: jwt({ sub: 'bob' }), scope: 'openid email' })
  const comparisons = compareTokens(recognise(one), recognise(other))
  expect(comparisons.map(({ name, part }) => `${name ?? ''} ${part}`)).toEqual([
    ' around',
    'id_token header',
    'id_token payload',
    'access_token text',
  ])
  expect(countChanges(comparisons)).toMatchObject({ changed: 3, same: 2 })
})

it('has nothing to compare with nothing', () => {
  expect(compareTokens(recognise(''), recognise(jwt({})))).toEqual([])
})
