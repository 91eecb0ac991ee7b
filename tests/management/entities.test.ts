import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as oauth from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn } from '../protocol/browser.ts'
import { WORLD_MAPPERS } from '../protocol/support.ts'
import { itemsOf, ORGANIZER_PATH, useManagement } from './support.ts'

const management = useManagement()

const NOTES = { identifier: 'https://notes.test/api', scopes: [{ name: 'read:notes' }] }
const NOTES_PATH = `/apis/${encodeURIComponent(NOTES.identifier)}`

describe('APIs', () => {
  it('are made, read under their encoded identifier, and used at once', async () => {
    const made = await management.call('POST', '/apis', { body: NOTES })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/v1${NOTES_PATH}`)
    expect((await management.get(NOTES_PATH)).json).toMatchObject({
      ...NOTES,
      tokenFormat: 'jwt',
      name: NOTES.identifier,
    })
    const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
    await management.call('PATCH', '/clients/calendar-app', { body: { scope: 'openid read:notes' } })
    const tokens = await signIn(config, { scope: 'openid read:notes', resource: NOTES.identifier })
    expect(tokens.scope).toContain('read:notes')
  })

  it('lose no scope that a client names', async () => {
    const reply = await management.call('PUT', ORGANIZER_PATH, { body: { scopes: [{ name: 'read:contacts' }] } })
    expect([reply.status, reply.json['detail']]).toEqual([409, expect.stringContaining('text-app')])
  })

  it('take grants and scopes with them when they go', async () => {
    const reply = await management.call('DELETE', NOTES_PATH)
    expect(reply.json).toMatchObject({ revoked: { grants: 1 }, clients: ['calendar-app'] })
    expect((await management.get('/clients/calendar-app')).json['scope']).toBe('openid')
    expect((await management.get(NOTES_PATH)).status).toBe(404)
  })

  it('are checked like those of a config file', async () => {
    const body = { identifier: 'notes', tokenFormat: 'JWT', scopes: [{ name: 'a b' }] }
    const reply = await management.call('POST', '/apis', { body })
    expect(reply.json['errors']).toMatchObject([
      { pointer: '#/identifier' },
      { pointer: '#/tokenFormat' },
      { pointer: '#/scopes/0/name' },
    ])
  })

  it('change their tokens from the next one on', async () => {
    const path = `/apis/${encodeURIComponent(WORLD_MAPPERS)}`
    await management.call('PATCH', path, { body: { tokenLifetime: 77 } })
    const config = await management.issuer.discover('taxi-finder', 'taxi-finder-secret')
    expect((await oauth.clientCredentialsGrant(config, { resource: WORLD_MAPPERS })).expires_in).toBe(77)
  })
})

describe('users', () => {
  it('are made and can sign in', async () => {
    const body = { username: 'dora', password: 'd', claims: { name: 'Dora', email: 'd@example.test' } }
    const made = await management.call('POST', '/users', { body })
    expect([made.status, made.json['password']]).toEqual([201, undefined])
    const config = await management.issuer.discover('text-app')
    const tokens = await signIn(
      config,
      { scope: 'openid profile', redirect_uri: 'http://127.0.0.1:4000/callback' },
      { user: 'dora' },
    )
    expect(tokens.claims()).toMatchObject({ sub: 'dora', name: 'Dora' })
  })

  it('keep password and second factor through a replacement of what was read', async () => {
    const { json } = await management.get('/users/carol')
    expect(json).toMatchObject({ meta: { hasSecondFactor: true } })
    await management.call('PUT', '/users/carol', { body: { ...json, claims: { name: 'C' } } })
    const shown = await management.get('/users/carol?include=secrets')
    expect(shown.json).toMatchObject({
      password: 'carol',
      claims: { name: 'C' },
      secondFactor: { totpSecret: expect.any(String) },
    })
    const without = await management.call('PATCH', '/users/carol', { body: { secondFactor: null } })
    expect(without.json['meta']).toEqual({ hasSecondFactor: false })
  })

  it('are refused with a sub of their own', async () => {
    const reply = await management.call('PATCH', '/users/alice', { body: { claims: { sub: 'x' } } })
    expect(reply.json['errors']).toMatchObject([{ pointer: '#/claims/sub' }])
  })
})

describe('keys', () => {
  it('are listed without their private part', async () => {
    const reply = await management.get('/keys')
    expect(
      itemsOf(reply)
        .map(({ alg }) => String(alg))
        .toSorted(),
    ).toEqual(['ES256', 'EdDSA', 'PS256', 'RS256'])
    expect(reply.text).not.toMatch(/"(d|p|q|dp|dq|qi|k)":/)
  })

  it('rotate: the new one signs, the old one still verifies until it is dropped', async () => {
    const config = await management.issuer.discover('taxi-finder', 'taxi-finder-secret')
    const token = async () => (await oauth.clientCredentialsGrant(config, { resource: WORLD_MAPPERS })).access_token
    const keySet = () => createRemoteJWKSet(new URL('/jwks', management.issuer.url))
    const before = await token()
    const rotated = await management.call('POST', '/keys/rotate', { body: { alg: 'ES256' } })
    const after = await jwtVerify(await token(), keySet())
    expect(after.protectedHeader.kid).toBe(rotated.json['kid'])
    const old = (await jwtVerify(before, keySet())).protectedHeader.kid ?? ''
    expect((await management.get(`/keys/${old}`)).json['state']).toBe('retiring')
    const dropped = await management.call('DELETE', `/keys/${old}`)
    expect(dropped.json).toMatchObject({ refused: expect.stringContaining('ES256'), refusedUntil: expect.any(Number) })
    await expect(jwtVerify(before, keySet())).rejects.toThrow('no applicable key')
  })

  it('that sign are not dropped, and retire only when another takes over', async () => {
    const keys = itemsOf(await management.get('/keys'))
    const kid = String(keys.find(({ alg, state }) => alg === 'EdDSA' && state === 'active')?.['kid'])
    expect((await management.call('DELETE', `/keys/${kid}`)).status).toBe(409)
    expect((await management.call('POST', `/keys/${kid}/retire`)).json['state']).toBe('retiring')
    const active = itemsOf(await management.get('/keys')).filter(
      ({ alg, state }) => alg === 'EdDSA' && state === 'active',
    )
    expect(active.length).toBe(1)
  })
})

describe('settings', () => {
  it('change from the next token on, and only where they are valid', async () => {
    const version = await management.etag('/settings')
    const changed = await management.call('PATCH', '/settings', {
      body: { lifetimes: { idToken: 99 } },
      headers: { 'if-match': version },
    })
    expect(changed.json).toMatchObject({ lifetimes: { idToken: 99, accessToken: 3600 } })
    const config = await management.issuer.discover('text-app')
    const tokens = await signIn(config, { scope: 'openid', redirect_uri: 'http://127.0.0.1:4000/callback' })
    const claims = tokens.claims()
    expect((claims?.exp ?? 0) - (claims?.iat ?? 0)).toBe(99)
    const refused = await management.call('PATCH', '/settings', { body: { lifetimes: { idToken: null } } })
    expect(refused.json['errors']).toMatchObject([{ pointer: '#/lifetimes/idToken' }])
    const stale = await management.call('PATCH', '/settings', { body: {}, headers: { 'if-match': version } })
    expect(stale.status).toBe(412)
  })
})

describe('scenarios', () => {
  it('are listed, and restored to how they ship', async () => {
    expect(itemsOf(await management.get('/scenarios')).map(({ id }) => id)).toContain('print-shop')
    await management.call('DELETE', '/clients/quick-print')
    expect((await management.call('POST', '/scenarios/print-shop/load')).json['clients']).toEqual(['quick-print'])
    expect((await management.get('/clients/quick-print')).status).toBe(200)
    expect((await management.call('POST', '/scenarios/none/load')).json['detail']).toContain('organizer')
  })
})
