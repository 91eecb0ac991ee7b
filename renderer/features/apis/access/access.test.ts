import { describe, expect, test } from 'vitest'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { listAccess } from './list-access.ts'
import { withScope } from './with-scope.ts'

const API = { scopes: [{ name: 'read:notes' }, { name: 'write:notes' }] }

function client(client_id: string, scope?: string): ClientView {
  const meta = { origin: 'management', createdAt: 0, updatedAt: 0 }
  return { client_id, ...(scope !== undefined && { scope }), meta }
}

const CLIENTS = [
  client('any'),
  client('writer', 'openid write:notes'),
  client('other', 'openid'),
  client('reader', 'read:notes'),
]
const idsOf = (filter: string, isAll: boolean) =>
  listAccess(CLIENTS, API, { filter, isAll }).map((one) => one.client_id)

describe('who may ask for a scope of an API', () => {
  test('is who names one, by name, and then who may ask for anything', () => {
    expect(idsOf('', false)).toEqual(['reader', 'writer', 'any'])
    expect(idsOf('', true)).toEqual(['other', 'reader', 'writer', 'any'])
  })

  test('is found by parts of the name', () => {
    expect(idsOf('WRI', true)).toEqual(['writer'])
    expect(idsOf('nobody', true)).toEqual([])
  })
})

describe('a scope', () => {
  test('is given once and taken', () => {
    expect(withScope(['openid'], 'read:notes', true)).toBe('openid read:notes')
    expect(withScope(['read:notes'], 'read:notes', true)).toBe('read:notes')
    expect(withScope(['openid', 'read:notes'], 'read:notes', false)).toBe('openid')
  })

  test('that was the last leaves one that opens nothing, since none would mean all', () => {
    expect(withScope(['read:notes'], 'read:notes', false)).toBe('openid')
  })
})
