import { expect, it } from 'vitest'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { pickScope, pickTokenClient } from './pick-token-client.ts'

function client(metadata: Partial<ClientView>): ClientView {
  return { client_id: 'x', meta: { origin: 'config', createdAt: 0, updatedAt: 0 }, ...metadata }
}

it('takes the first that may act for itself and has a secret', () => {
  const service = client({ client_id: 'service', grant_types: ['client_credentials'] })
  const withKey = client({ grant_types: ['client_credentials'], token_endpoint_auth_method: 'private_key_jwt' })
  expect(pickTokenClient([client({}), withKey, service])).toBe(service)
  expect(pickTokenClient([client({}), withKey])).toBeUndefined()
})

it('asks for something of an API, where there is something', () => {
  expect(pickScope(client({ scope: 'openid profile geocode route' }))).toBe('geocode')
  expect(pickScope(client({ scope: 'openid' }))).toBeUndefined()
  expect(pickScope(client({}))).toBeUndefined()
})
