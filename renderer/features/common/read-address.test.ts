import { describe, expect, it } from 'vitest'

import { pathOf, shortAddress } from './read-address.ts'

const HERE = { issuer: 'http://localhost:4400', ports: { issuer: 4400, screens: 4401 } }
const PROXIED = { issuer: 'https://id.example', ports: { issuer: 4400, screens: 4401 } }

describe('an address in a list', () => {
  it.each([
    ['http://localhost:4400/token', HERE, '/token'],
    ['http://127.0.0.1:4400/jwks', HERE, '/jwks'],
    ['http://[::1]:4400/a?b=%20', HERE, '/a?b=%20'],
    ['https://id.example/token', PROXIED, '/token'],
    ['http://127.0.0.1:4400/token', PROXIED, '/token'],
    ['http://localhost:3000/jwks', HERE, 'http://localhost:3000/jwks'],
    ['http://evil.test:4400/token', HERE, 'http://evil.test:4400/token'],
    ['*', HERE, '*'],
    ['http://localhost:4400/token', undefined, 'http://localhost:4400/token'],
  ])('%s is shown as %s', (url, program, shown) => {
    expect(shortAddress(url, program)).toBe(shown)
  })
})

it('has a path, or is taken as it is', () => {
  expect(pathOf('http://localhost:4400/a?b=c')).toBe('/a')
  expect(pathOf('*')).toBe('*')
})
