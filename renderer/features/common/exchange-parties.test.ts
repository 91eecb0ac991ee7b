import { expect, it } from 'vitest'

import type { Endpoint } from '#shared/model/exchange.ts'

import { partiesOf } from './exchange-parties.ts'

const HERE = { issuer: 'http://localhost:4400', ports: { issuer: 4400, screens: 4401 } }

function between(endpoint: Endpoint, url: string, direction: 'in' | 'out' = 'in'): string {
  const { from, to } = partiesOf({ endpoint, url, direction }, HERE)
  return `${from} to ${to}`
}

it('tells who spoke to whom by what was called', () => {
  expect(between('authorization', 'http://localhost:4400/authorize')).toBe('browser to issuer')
  expect(between('token', 'http://localhost:4400/token')).toBe('client to issuer')
  expect(between('api', 'http://localhost:4400/apis/organizer')).toBe('client to api')
  expect(between('callback', 'http://localhost:4401/callback')).toBe('browser to client')
})

it('knows the issuer when it calls an application, and the demo APIs when they call the issuer', () => {
  expect(between('outgoing_jwks', 'http://localhost:3000/jwks', 'out')).toBe('issuer to client')
  expect(between('outgoing_jwks', 'http://127.0.0.1:4400/jwks', 'out')).toBe('api to issuer')
  expect(between('outgoing_introspection', 'http://127.0.0.1:4400/introspect', 'out')).toBe('api to issuer')
})
