import * as oauth from 'openid-client'
import { describe, expect, it } from 'vitest'

import { itemsOf, useManagement } from './support.ts'

const management = useManagement()

const MACHINE = { client_id: 'machine', grant_types: ['client_credentials'], scope: 'geocode' }

describe('clients', () => {
  it('are listed without their secrets, and with them when asked for', async () => {
    const plain = await management.get('/clients')
    expect(itemsOf(plain).map(({ client_id }) => client_id)).toContain('calendar-app')
    expect(plain.text).not.toContain('calendar-app-secret')
    expect((await management.get('/clients?include=secrets')).text).toContain('calendar-app-secret')
  })

  it('are listed by where they came from', async () => {
    const reply = await management.get('/clients?origin=scenario:living-room-tv')
    expect(itemsOf(reply).map(({ client_id }) => client_id)).toEqual(['couch-tv'])
  })

  it('get an id and a secret when they are made without, and the secret works at once', async () => {
    const made = await management.call('POST', '/clients', {
      body: { grant_types: ['client_credentials'], scope: 'geocode' },
    })
    expect(made.status).toBe(201)
    const { client_id, client_secret } = made.json
    expect(made.headers.get('location')).toBe(`/api/v1/clients/${String(client_id)}`)
    const config = await management.issuer.discover(String(client_id), String(client_secret))
    const tokens = await oauth.clientCredentialsGrant(config, {
      scope: 'geocode',
      resource: 'https://world-mappers.test/api',
    })
    expect(tokens.scope).toBe('geocode')
    const again = await management.get(`/clients/${String(client_id)}`)
    expect(again.json['client_secret']).toBeUndefined()
  })

  it('are refused under an id that is taken', async () => {
    const reply = await management.call('POST', '/clients', {
      body: { client_id: 'couch-tv', redirect_uris: ['http://localhost/cb'] },
    })
    expect([reply.status, reply.json['title']]).toEqual([409, 'Conflict'])
  })

  it('are refused with each field named', async () => {
    const body = { redirect_uris: ['http://localhost:1/cb', 'localhost:3000'], scope: 'openid read:contact' }
    const reply = await management.call('POST', '/clients', { body })
    expect(reply.status).toBe(422)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.json['errors']).toEqual([
      { pointer: '#/redirect_uris/1', detail: expect.stringContaining('no scheme') },
      { pointer: '#/scope', detail: 'found the unknown "read:contact", did you mean "read:contacts"?' },
    ])
  })

  it('are refused with an unknown key and what it should have been', async () => {
    const reply = await management.call('POST', '/clients', { body: { redirect_uri: ['http://localhost:1/cb'] } })
    expect(reply.json['errors']).toEqual([
      { pointer: '#/redirect_uri', detail: 'found an unknown key, did you mean "redirect_uris"?' },
    ])
  })

  it('are replaced by what was read, and keep the secret that was not shown', async () => {
    const { json } = await management.get('/clients/calendar-app')
    const replaced = await management.call('PUT', '/clients/calendar-app', { body: { ...json, client_name: 'Diary' } })
    expect([replaced.status, replaced.json['client_name']]).toEqual([200, 'Diary'])
    const shown = await management.get('/clients/calendar-app?include=secrets')
    expect(shown.json).toMatchObject({ client_secret: 'calendar-app-secret', client_name: 'Diary' })
  })

  it('are made by PUT where there was none', async () => {
    const body = { redirect_uris: ['http://localhost:1/cb'] }
    expect((await management.call('PUT', '/clients/put-here', { body })).status).toBe(201)
    expect((await management.call('PUT', '/clients/put-here', { body })).status).toBe(200)
  })

  it('cannot be renamed', async () => {
    const body = { client_id: 'other', redirect_uris: ['http://localhost:1/cb'] }
    const reply = await management.call('PUT', '/clients/text-app', { body })
    expect(reply.json['errors']).toEqual([{ pointer: '#/client_id', detail: expect.stringContaining('"text-app"') }])
  })

  it('are changed member by member, null taking one away', async () => {
    await management.call('PATCH', '/clients/my-todos', {
      body: { tos_uri: 'http://localhost/tos', client_name: 'Todos' },
    })
    const reply = await management.call('PATCH', '/clients/my-todos', {
      body: { tos_uri: null, valetkey: { skipConsent: true } },
    })
    expect(reply.json).toMatchObject({ client_name: 'Todos', valetkey: { skipConsent: true } })
    expect(reply.json['tos_uri']).toBeUndefined()
  })

  it('are not changed to something that the issuer would refuse', async () => {
    const reply = await management.call('PATCH', '/clients/my-todos', { body: { response_types: ['code', 'cod'] } })
    expect([reply.status, reply.json['errors']]).toEqual([
      422,
      [{ pointer: '#/response_types/1', detail: expect.stringContaining('"code"') }],
    ])
  })

  it('get a new secret, after which the old one is refused', async () => {
    await management.call('POST', '/clients', { body: { ...MACHINE, client_secret: 'first' } })
    const rotated = await management.call('POST', '/clients/machine/secret')
    const fresh = await management.issuer.discover('machine', String(rotated.json['client_secret']))
    await expect(oauth.clientCredentialsGrant(fresh)).resolves.toMatchObject({ token_type: 'bearer' })
    const old = await management.issuer.discover('machine', 'first')
    await expect(oauth.clientCredentialsGrant(old)).rejects.toMatchObject({ error: 'invalid_client' })
  })

  it('without a secret cannot be given a new one', async () => {
    const reply = await management.call('POST', '/clients/couch-tv/secret')
    expect([reply.status, reply.json['detail']]).toEqual([412, expect.stringContaining('has no secret')])
  })

  it('that are not there are said to be so', async () => {
    for (const method of ['GET', 'DELETE']) {
      const reply = await management.call(method, '/clients/nobody')
      expect([reply.status, reply.json['detail']]).toEqual([
        404,
        expect.stringContaining('There is no client "nobody".'),
      ])
    }
  })
})

describe('two hands on one client', () => {
  it('do not overwrite each other', async () => {
    const version = await management.etag('/clients/text-app')
    const first = await management.call('PATCH', '/clients/text-app', {
      body: { client_name: 'One' },
      headers: { 'if-match': version },
    })
    expect(first.status).toBe(200)
    for (const [method, body] of [
      ['PATCH', { client_name: 'Two' }],
      ['PUT', first.json],
      ['DELETE', undefined],
    ] as const) {
      const second = await management.call(method, '/clients/text-app', { body, headers: { 'if-match': version } })
      expect([method, second.status]).toEqual([method, 412])
    }
    expect((await management.get('/clients/text-app')).json['client_name']).toBe('One')
  })

  it('know an unchanged one by its version', async () => {
    const version = await management.etag('/clients/text-app')
    const reply = await management.call('GET', '/clients/text-app', { headers: { 'if-none-match': version } })
    expect([reply.status, reply.text]).toEqual([304, ''])
  })

  it('may take the version from an answer with secrets', async () => {
    const version = await management.etag('/clients/taxi-finder?include=secrets')
    expect(version).not.toBe(await management.etag('/clients/taxi-finder'))
    const reply = await management.call('PATCH', '/clients/taxi-finder', {
      body: { client_name: 'Cabs' },
      headers: { 'if-match': `"x", ${version}` },
    })
    expect(reply.status).toBe(200)
  })
})

describe('a client that was registered on sight', () => {
  const permissive = useManagement({ flags: ['--permissive'] })

  it('is marked as such and can be kept', async () => {
    await permissive.issuer.post('/token', {
      grant_type: 'client_credentials',
      client_id: 'stranger',
      client_secret: 's',
    })
    expect((await permissive.get('/clients/stranger')).json['meta']).toMatchObject({ origin: 'permissive' })
    const kept = await permissive.call('POST', '/clients/stranger/keep')
    expect(kept.json['meta']).toMatchObject({ origin: 'management' })
  })
})
