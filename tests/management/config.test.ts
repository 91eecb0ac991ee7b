import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { useManagement } from './support.ts'

const management = useManagement()
const empty = useManagement({ config: { scenarios: [] } })

async function clear(): Promise<void> {
  const reply = await empty.call('POST', '/reset')
  expect(reply.status, reply.text).toBe(200)
}

describe('the config', () => {
  it('comes out of one program and goes into an empty one without loss', async () => {
    await clear()
    await management.call('PATCH', '/settings', { body: { retention: { maxCount: 123 }, lifetimes: { idToken: 7 } } })
    await management.issuer.request('/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ redirect_uris: ['http://localhost:1/cb'] }),
    })
    const exported = await management.get('/config?include=secrets')
    const imported = await empty.call('POST', '/config', { body: exported.text })
    expect(imported.json, imported.text).toMatchObject({ applied: true, settings: ['lifetimes', 'retention'] })
    expect((await empty.get('/config?include=secrets')).json).toEqual(exported.json)
    const again = await empty.call('POST', '/config', { body: exported.text })
    expect(again.json).toEqual({ applied: true, clients: NONE, apis: NONE, users: NONE, settings: [] })
  })

  it('says no secret unless asked for', async () => {
    const { text } = await management.get('/config')
    expect(text).not.toMatch(/"(client_secret|password|totpSecret)":/)
  })

  it('tells what an import would change and changes nothing', async () => {
    await clear()
    const body = { users: [{ username: 'dora' }], lifetimes: { idToken: 9 } }
    const before = await empty.get('/config?include=secrets')
    const reply = await empty.call('POST', '/config?dryRun=true', { body })
    expect(reply.json).toEqual({
      applied: false,
      clients: NONE,
      apis: NONE,
      users: { created: ['dora'], updated: [] },
      settings: ['lifetimes'],
      plan: expect.objectContaining({ count: 2 }),
    })
    expect((await empty.get('/config?include=secrets')).json).toEqual(before.json)
  })

  it('is imported whole or not at all', async () => {
    await clear()
    const before = await empty.get('/config?include=secrets')
    const body = {
      users: [{ username: 'dora' }, { username: 'dora' }],
      clients: [
        { client_id: 'c', redirect_uris: ['http://localhost/cb'], scope: 'read:nothing' },
        { client_id: 'd', redirect_urls: [] },
      ],
      lifetime: {},
    }
    const reply = await empty.call('POST', '/config', { body })
    expect(reply.status).toBe(422)
    expect(reply.json['errors']).toEqual(
      expect.arrayContaining([
        { pointer: '#/lifetime', detail: 'found an unknown key, did you mean "lifetimes"?' },
        { pointer: '#/users/1/username', detail: expect.stringContaining('again') },
        { pointer: '#/clients/0/scope', detail: expect.stringContaining('unknown "read:nothing"') },
        { pointer: '#/clients/1/redirect_urls', detail: expect.stringContaining('did you mean "redirect_uris"?') },
      ]),
    )
    expect((await empty.get('/config?include=secrets')).json).toEqual(before.json)
  })

  it('round-trips whatever it may hold', async () => {
    await fc.assert(
      fc.asyncProperty(configs(), async (config) => {
        await clear()
        const imported = await empty.call('POST', '/config', { body: config })
        expect(imported.status, imported.text).toBe(200)
        const first = await empty.get('/config?include=secrets')
        await clear()
        const back = await empty.call('POST', '/config', { body: first.text })
        expect(back.status, back.text).toBe(200)
        expect((await empty.get('/config?include=secrets')).json).toEqual(first.json)
      }),
      { numRuns: 25 },
    )
  })
})

const NONE = { created: [], updated: [] }

function configs(): fc.Arbitrary<object> {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/)
  const claims = fc.dictionary(
    word.filter((name) => name !== 'sub'),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 3 },
  )
  const user = fc.record(
    { username: word, password: fc.string({ minLength: 1 }).filter(isWellFormed), claims },
    { requiredKeys: ['username'] },
  )
  const scope = fc.record({ name: word.map((name) => `do:${name}`), description: word }, { requiredKeys: ['name'] })
  const api = fc.record(
    {
      identifier: word.map((name) => `https://${name}.test/api`),
      tokenFormat: fc.constantFrom('jwt' as const, 'opaque' as const),
      tokenLifetime: fc.integer({ min: 1, max: 9999 }),
      scopes: fc.uniqueArray(scope, { selector: ({ name }) => name, maxLength: 4 }),
    },
    { requiredKeys: ['identifier'] },
  )
  const client = fc.oneof(
    fc.record(
      {
        client_id: word,
        client_secret: word,
        redirect_uris: fc.constant(['http://localhost:3000/cb']),
        grant_types: fc.constant(['authorization_code' as const, 'refresh_token' as const]),
      },
      { requiredKeys: ['client_id', 'redirect_uris'] },
    ),
    fc.record(
      {
        client_id: word,
        client_secret: word,
        grant_types: fc.constant(['client_credentials' as const]),
        scope: fc.constant('openid email'),
      },
      { requiredKeys: ['client_id', 'client_secret', 'grant_types'] },
    ),
    fc.record({
      client_id: word,
      redirect_uris: fc.constant([]),
      valetkey: fc.constant({ anyLoopbackRedirect: true, refreshTokens: 'always' as const }),
    }),
  )
  return fc.record(
    {
      scenarios: fc.subarray(['organizer', 'print-shop', 'agents']),
      users: fc.uniqueArray(user, { selector: ({ username }) => username, maxLength: 3 }),
      apis: fc.uniqueArray(api, { selector: ({ identifier }) => identifier, maxLength: 3 }),
      clients: fc.uniqueArray(client, { selector: ({ client_id }) => client_id, maxLength: 4 }),
      lifetimes: fc.record(
        { accessToken: fc.integer({ min: 1, max: 9999 }), deviceCode: fc.integer({ min: 1, max: 9999 }) },
        { requiredKeys: [] },
      ),
      retention: fc.record({ maxCount: fc.integer({ min: 1, max: 9999 }) }, { requiredKeys: [] }),
    },
    { requiredKeys: ['scenarios'] },
  )
}

function isWellFormed(text: string): boolean {
  return text.isWellFormed()
}
