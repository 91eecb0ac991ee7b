import { describe, expect, it } from 'vitest'

import { decodeJwt } from './decode-jwt.ts'

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

describe('a JWT', () => {
  it('is read, whatever its letters are', () => {
    const text = `${encode({ alg: 'ES256' })}.${encode({ name: 'Zoë Ünal', exp: 1 })}.c2ln`
    expect(decodeJwt(text)).toEqual({ header: { alg: 'ES256' }, claims: { name: 'Zoë Ünal', exp: 1 } })
  })

  it.each([
    ['an opaque token', 'pR6Fh7uUGkbL2'],
    ['two parts', `${encode({})}.${encode({})}`],
    ['no JSON', 'abc.def.ghi'],
    ['no object', `${encode('a')}.${encode([])}.x`],
    ['five parts', `${encode({})}.a.b.c.d`],
    ['nothing', ''],
  ])('is not %s', (_name, text) => {
    expect(decodeJwt(text)).toBeUndefined()
  })
})
