import { expect, test } from 'vitest'
import { ValetKeyError } from '#shared/errors.ts'
import type { Api } from '#shared/model/api.ts'
import { findReadable, mergeApi, mergeSeeds } from './seed.ts'

const API: Api = {
  identifier: 'urn:a',
  name: 'A',
  tokenFormat: 'jwt',
  signingAlg: 'RS256',
  tokenLifetime: 60,
  scopes: [{ name: 'read' }, { name: 'write' }],
  authorizationDetailsTypes: ['x'],
}

function tableThatThrows(error: Error) {
  return {
    get: () => {
      throw error
    },
    list: () => [],
    remove: () => false,
  }
}

test('of two definitions of an API the later wins, and their scopes add up', () => {
  const later: Api = {
    ...API,
    name: 'B',
    scopes: [{ name: 'write', description: 'Write' }, { name: 'delete' }],
    authorizationDetailsTypes: [],
  }
  expect(mergeApi(API, later)).toEqual({
    ...API,
    name: 'B',
    scopes: [{ name: 'read' }, { name: 'write', description: 'Write' }, { name: 'delete' }],
  })
  expect(mergeApi(undefined, API)).toBe(API)
})

test('a later seed replaces users and clients whole', () => {
  const seed = (password: string, origin: 'config' | 'scenario:x') => ({
    users: [{ entity: { username: 'a', password, claims: {} }, origin }],
    apis: [{ entity: API, origin }],
    clients: [{ entity: { client_id: 'c', client_name: password }, origin }],
  })
  expect(mergeSeeds([seed('old', 'scenario:x'), seed('new', 'config')])).toEqual(seed('new', 'config'))
})

test('a damaged row counts as none, so that it is written anew', () => {
  expect(findReadable(tableThatThrows(new ValetKeyError('store_damaged_row', 'x')), 'a')).toBeUndefined()
})

test('any other failure of the store is passed on', () => {
  expect(() => findReadable(tableThatThrows(new ValetKeyError('store_failed', 'no disk')), 'a')).toThrow('no disk')
})
