import { expect, test } from 'vitest'

import { buildRestRequest } from './build-rest-request.ts'
import { maskSecrets } from './mask-secrets.ts'

test('a call becomes address, query, header and body', () => {
  const changes = { client_name: 'My app' }
  expect(buildRestRequest('clients.change', { client_id: 'my app', changes, ifVersion: ['abc', '*'] })).toEqual({
    method: 'PATCH',
    path: '/clients/my%20app',
    headers: [['if-match', '"abc", *']],
    body: changes,
  })
})

test('what a body has no room for stands in the query', () => {
  expect(buildRestRequest('exchanges.har', { client_id: 'a&b', ids: [1, 2], hasError: true })?.path).toBe(
    '/exchanges.har?client_id=a%26b&hasError=true&ids=1%2C2',
  )
  expect(buildRestRequest('users.get', { username: 'alice', secrets: true })?.path).toBe('/users/alice?include=secrets')
})

test('what only the shell answers has no address', () => {
  expect(buildRestRequest('shell.get', {})).toBeUndefined()
})

test('secrets are masked wherever they stand, and nothing else', () => {
  const jwks = { keys: [{ kty: 'EC', x: 'public', d: 'private' }] }
  expect(maskSecrets({ client: { client_id: 'a', client_secret: 'b', jwks }, list: ['password'] })).toEqual({
    client: { client_id: 'a', client_secret: '***', jwks: { keys: [{ kty: 'EC', x: 'public', d: '***' }] } },
    list: ['password'],
  })
})
