import { expect, test } from 'vitest'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { nameGrants } from './name-grants.ts'
import { type Order, sortClients } from './sort.ts'

function client(client_id: string, createdAt: number, grant_types = ['authorization_code']): ClientView {
  return { client_id, grant_types, meta: { origin: 'management', createdAt, updatedAt: createdAt } }
}

const CLIENTS = [client('app-10', 3), client('app-9', 1), client('service', 2, ['client_credentials'])]
const USES = new Map([['service', { client_id: 'service', at: 5 }]])

test.each<[Order, string[]]>([
  ['name', ['app-9', 'app-10', 'service']],
  ['used', ['service', 'app-9', 'app-10']],
  ['new', ['app-10', 'service', 'app-9']],
  ['kind', ['service', 'app-9', 'app-10']],
])('by %s', (order, ids) => {
  expect(sortClients(CLIENTS, order, USES).map(({ client_id }) => client_id)).toEqual(ids)
})

test('grants are named in short, and what is left out is what RFC 7591 takes then', () => {
  expect(nameGrants(client('a', 1, ['authorization_code', 'refresh_token']))).toBe('code, refresh')
  expect(nameGrants(client('a', 1, ['urn:ietf:params:oauth:grant-type:device_code', 'urn:x:own']))).toBe(
    'device, urn:x:own',
  )
  expect(nameGrants({ client_id: 'a', meta: { origin: 'management', createdAt: 1, updatedAt: 1 } })).toBe('code')
  expect(nameGrants(client('a', 1, []))).toBe('')
})
