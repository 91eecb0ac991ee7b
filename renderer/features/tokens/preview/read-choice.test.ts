import { expect, it } from 'vitest'

import type { ClientMetadata } from '#shared/model/client.ts'

import { listWays, readChoice, type World } from './read-choice.ts'

const TODOS = {
  client_id: 'my-todos',
  grant_types: ['authorization_code', 'implicit', 'refresh_token'],
  response_types: ['code', 'id_token token'],
  scope: 'openid profile email read:tasks create:tasks',
  valetkey: { defaultApi: 'https://api.test' },
} as unknown as ClientMetadata
const MACHINE = {
  client_id: 'taxi',
  grant_types: ['client_credentials'],
  response_types: [],
  scope: 'openid geocode',
} as unknown as ClientMetadata
const SILENT = { client_id: 'silent', grant_types: [], response_types: [] } as unknown as ClientMetadata

const world: World = {
  clients: [SILENT, MACHINE, TODOS],
  users: ['bob', 'alice'],
  scopesOf: (identifier) => (identifier === 'https://api.test' ? ['read:tasks', 'create:tasks'] : ['geocode']),
}

const read = (query: string) => readChoice(new URLSearchParams(query), world)?.choice

it('lists the ways that an application may ask in', () => {
  expect(listWays(TODOS).map(({ id, grant_type }) => [id, grant_type])).toEqual([
    ['code', 'authorization_code'],
    ['id_token token', 'implicit'],
  ])
  expect(listWays(MACHINE).map(({ id }) => id)).toEqual(['client_credentials'])
  expect(listWays(SILENT)).toEqual([])
})

it('begins with Alice and an application that signs users in', () => {
  expect(read('')).toEqual({
    client_id: 'my-todos',
    user: 'alice',
    grant_type: 'authorization_code',
    response_type: 'code',
    scope: ['openid', 'profile', 'email', 'read:tasks'],
  })
})

it('takes what the address says, and no user where none takes part', () => {
  expect(read('client=taxi&user=bob&api=https://maps.test&scope=geocode')).toEqual({
    client_id: 'taxi',
    grant_type: 'client_credentials',
    scope: ['geocode'],
    api: 'https://maps.test',
  })
  expect(read('client=my-todos&how=id_token token&scope=')).toMatchObject({
    response_type: 'id_token token',
    scope: [],
  })
})

it('has nothing to say where no application can ask', () => {
  expect(readChoice(new URLSearchParams(), { ...world, clients: [SILENT] })).toBeUndefined()
})
