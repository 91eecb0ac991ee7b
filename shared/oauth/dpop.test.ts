import { expect, test } from 'vitest'
import { privateMembers, sameTarget } from './dpop.ts'

test('addresses are compared without query and fragment', () => {
  expect(sameTarget('http://localhost:4400/apis/x', 'http://localhost:4400/apis/x?a=1#b')).toBe(true)
})

test('addresses are compared in their normal form', () => {
  expect(sameTarget('HTTPS://Example.com:443/a', 'https://example.com/a')).toBe(true)
})

test('another path, port or scheme is another target', () => {
  for (const htu of ['http://localhost:4400/b', 'http://localhost:4401/a', 'https://localhost:4400/a']) {
    expect(sameTarget(htu, 'http://localhost:4400/a')).toBe(false)
  }
})

test('what is no address matches nothing, not even itself', () => {
  expect(sameTarget('nonsense', 'nonsense')).toBe(false)
})

test('private members of a key are named', () => {
  expect(privateMembers({ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' })).toEqual([])
  expect(privateMembers({ kty: 'EC', x: 'a', d: 'secret' })).toEqual(['d'])
  expect(privateMembers({ kty: 'oct', k: 'secret' })).toEqual(['k'])
})
