import { describe, expect, test } from 'vitest'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import type { ApiView } from '../../../stores/stores.ts'
import { listAskers } from './list-askers.ts'
import { isElsewhere, listCalls } from './list-calls.ts'

const ISSUER = 'http://localhost:4400'
const API: ApiView = {
  identifier: 'https://notes.test/api',
  name: 'Notes',
  tokenFormat: 'jwt',
  signingAlg: 'RS256',
  tokenLifetime: 60,
  scopes: [{ name: 'read:notes' }, { name: 'write:notes' }],
  authorizationDetailsTypes: [],
}

function client(client_id: string, members: Readonly<Record<string, unknown>>): ClientView {
  return { client_id, ...members, meta: { origin: 'management', createdAt: 0, updatedAt: 0 } }
}

describe('an API is tried', () => {
  test('by applications that can get a token for it', () => {
    const askers = listAskers(
      [
        client('tv', { grant_types: ['urn:ietf:params:oauth:grant-type:device_code'] }),
        client('job', { grant_types: ['client_credentials'], scope: 'write:notes' }),
        client('app', { scope: 'openid read:notes' }),
        client('other', { scope: 'openid' }),
        client('any', {}),
      ],
      API,
    )
    expect(askers.map(({ name, isMachine, hasUsers, scopes }) => [name, isMachine, hasUsers, scopes])).toEqual([
      ['any', false, true, ['read:notes', 'write:notes']],
      ['app', false, true, ['read:notes']],
      ['job', true, false, ['write:notes']],
    ])
  })

  test('where the program serves it, or where its code listens', () => {
    expect(listCalls(ISSUER, API).map(({ title, url }) => [title, url])).toEqual([
      ['GET /notes', 'http://localhost:4500/notes'],
      ['POST /notes', 'http://localhost:4500/notes'],
    ])
    const [first] = listCalls(ISSUER, { ...API, identifier: 'https://world-mappers.test/api' })
    expect(first).toMatchObject({
      method: 'GET',
      url: `${ISSUER}/apis/world-mappers/geocode?q=Berlin`,
      scope: 'geocode',
    })
  })

  test.each([
    ['http://localhost:4500/notes', false],
    ['http://127.0.0.1/notes', false],
    ['https://notes.example/', true],
    ['https://localhost:8443/', true],
    ['nothing', false],
  ])('%s is elsewhere: %s', (url, expected) => {
    expect(isElsewhere(url, ISSUER)).toBe(expected)
  })
})
