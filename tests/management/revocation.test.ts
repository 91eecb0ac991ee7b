import * as oauth from 'openid-client'
import { beforeEach, describe, expect, it } from 'vitest'

import { signIn, visit } from '../protocol/browser.ts'
import { CALLBACK } from '../protocol/support.ts'
import { UserAgent } from '../support/user-agent.ts'
import { itemsOf, useManagement } from './support.ts'

const management = useManagement()
const SCOPE = 'openid offline_access read:contacts'

beforeEach(async () => {
  await management.call('POST', '/reset', { body: {} })
})

const calendar = () => management.issuer.discover('calendar-app', 'calendar-app-secret')

async function isAlive(tokens: oauth.TokenEndpointResponse) {
  const config = await calendar()
  const api = await management.issuer.callApi('organizer/contacts', tokens.access_token)
  const userinfo = await management.issuer.request('/userinfo', {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  const refreshed =
    tokens.refresh_token === undefined
      ? false
      : await oauth.refreshTokenGrant(config, tokens.refresh_token).then(
          () => true,
          () => false,
        )
  return { api: api.status, userinfo: userinfo.status, refreshed }
}

const DEAD = { api: 401, userinfo: 401, refreshed: false }

describe('ending a grant', () => {
  it('ends every token of it', async () => {
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    const bob = await signIn(await calendar(), { scope: SCOPE }, { user: 'bob' })
    const [grant, ...more] = itemsOf(await management.get('/grants?user=alice&client_id=calendar-app'))
    expect(more).toEqual([])
    expect(grant).toMatchObject({
      client_id: 'calendar-app',
      user: 'alice',
      resources: { 'https://organizer.test/api': expect.stringContaining('read:contacts') },
    })
    const ended = await management.call('DELETE', `/grants/${String(grant?.['id'])}`)
    expect(ended.json).toMatchObject({ revoked: { grants: 1 } })
    expect(await isAlive(tokens)).toEqual(DEAD)
    expect(await isAlive(bob)).toEqual({ api: 200, userinfo: 200, refreshed: true })
    expect((await management.get(`/grants/${String(grant?.['id'])}`)).status).toBe(404)
  })

  it('ends a code that nobody has redeemed yet', async () => {
    const config = await calendar()
    const { url, checks } = await visit(config, { scope: SCOPE })
    const [grant] = itemsOf(await management.get('/grants'))
    await management.call('DELETE', `/grants/${String(grant?.['id'])}`)
    await expect(oauth.authorizationCodeGrant(config, url, checks)).rejects.toMatchObject({ error: 'invalid_grant' })
  })
})

describe('ending a session', () => {
  async function silently(agent: UserAgent): Promise<URLSearchParams> {
    const url = oauth.buildAuthorizationUrl(await calendar(), {
      redirect_uri: CALLBACK,
      scope: 'openid',
      prompt: 'none',
    })
    return new URL((await agent.open(url.href)).url).searchParams
  }

  it('makes the browser sign in again and ends what was not granted for offline access', async () => {
    const agent = new UserAgent()
    const tokens = await signIn(await calendar(), { scope: 'openid read:contacts' }, {}, agent)
    expect((await silently(agent)).get('code')).not.toBeNull()
    const [session] = itemsOf(await management.get('/sessions'))
    expect(session).toMatchObject({ user: 'alice', clients: ['calendar-app'] })
    const ended = await management.call('DELETE', `/sessions/${String(session?.['id'])}`)
    expect(ended.json).toMatchObject({ revoked: { sessions: 1, grants: 1 } })
    expect((await silently(agent)).get('error')).toBe('login_required')
    expect(await isAlive(tokens)).toEqual(DEAD)
    expect(itemsOf(await management.get('/sessions'))).toEqual([])
  })

  it('leaves what was granted for offline access', async () => {
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    const [session] = itemsOf(await management.get('/sessions?user=alice'))
    await management.call('DELETE', `/sessions/${String(session?.['id'])}`)
    expect(await isAlive(tokens)).toEqual({ api: 200, userinfo: 200, refreshed: true })
  })
})

describe('deleting', () => {
  it('a client ends its grants and tokens, and says so', async () => {
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    const reply = await management.call('DELETE', '/clients/calendar-app')
    expect(reply.json['revoked']).toEqual({ grants: 1, sessions: 0, tokens: 2 })
    expect((await management.issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(401)
    const token = await management.issuer.post('/token', {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: 'calendar-app',
      client_secret: 'calendar-app-secret',
    })
    expect(token.json['error']).toBe('invalid_client')
  })

  it('a client ends the tokens that it got for itself, opaque and JWT', async () => {
    const world = 'https://world-mappers.test/api'
    const config = await management.issuer.discover('taxi-finder', 'taxi-finder-secret')
    const jwt = await oauth.clientCredentialsGrant(config, { scope: 'geocode', resource: world })
    expect((await management.issuer.callApi('world-mappers/geocode?q=Paris', jwt.access_token)).status).toBe(200)
    await management.call('PATCH', `/apis/${encodeURIComponent(world)}`, { body: { tokenFormat: 'opaque' } })
    const opaque = await oauth.clientCredentialsGrant(config, { scope: 'geocode', resource: world })
    expect((await management.issuer.callApi('world-mappers/geocode?q=Paris', opaque.access_token)).status).toBe(200)
    expect((await management.call('DELETE', '/clients/taxi-finder')).json['revoked']).toEqual({
      grants: 0,
      sessions: 0,
      tokens: 1,
    })
    expect((await management.issuer.callApi('world-mappers/geocode?q=Paris', opaque.access_token)).status).toBe(401)
    await management.call('PATCH', `/apis/${encodeURIComponent(world)}`, { body: { tokenFormat: 'jwt' } })
    expect((await management.issuer.callApi('world-mappers/geocode?q=Paris', jwt.access_token)).status).toBe(401)
  })

  it('a user ends their sessions and grants', async () => {
    const agent = new UserAgent()
    const tokens = await signIn(await calendar(), { scope: SCOPE }, {}, agent)
    const reply = await management.call('DELETE', '/users/alice')
    expect(reply.json['revoked']).toMatchObject({ grants: 1, sessions: 1, tokens: 2 })
    expect(await isAlive(tokens)).toEqual(DEAD)
  })

  it('is all or nothing: a stale version ends nothing', async () => {
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    const reply = await management.call('DELETE', '/users/alice', { headers: { 'if-match': '"stale"' } })
    expect(reply.status).toBe(412)
    expect(await isAlive(tokens)).toEqual({ api: 200, userinfo: 200, refreshed: true })
  })
})

describe('a reset', () => {
  it('goes back to the first start and ends everything', async () => {
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    await management.call('POST', '/users', { body: { username: 'dora' } })
    await management.call('DELETE', '/clients/couch-tv')
    const reply = await management.call('POST', '/reset')
    expect(reply.json['revoked']).toMatchObject({ grants: 1, sessions: 1 })
    expect((await management.get('/users/dora')).status).toBe(404)
    expect((await management.get('/clients/couch-tv')).status).toBe(200)
    expect(await isAlive(tokens)).toEqual(DEAD)
  })

  it('keeps what it is told to keep', async () => {
    await management.call('POST', '/users', { body: { username: 'dora' } })
    await management.call('DELETE', '/users/bob')
    await management.call('PATCH', '/settings', { body: { lifetimes: { idToken: 5 } } })
    await management.call('POST', '/reset', { body: { keep: ['users', 'settings'] } })
    expect((await management.get('/users/dora')).status).toBe(200)
    expect((await management.get('/users/bob')).status).toBe(404)
    expect((await management.get('/settings')).json['lifetimes']).toMatchObject({ idToken: 5 })
  })
})

describe('lists of grants and sessions', () => {
  it('come in pages without gap or repetition', async () => {
    const config = await calendar()
    for (const user of ['alice', 'bob', 'mallory']) await signIn(config, { scope: 'openid' }, { user })
    for (const path of ['/grants', '/sessions']) {
      const first = await management.get(`${path}?limit=2`)
      const second = await management.get(`${path}?limit=2&after=${encodeURIComponent(String(first.json['next']))}`)
      const users = [...itemsOf(first), ...itemsOf(second)].map(({ user }) => String(user))
      expect([users.toSorted(), second.json['next']]).toEqual([['alice', 'bob', 'mallory'], undefined])
    }
  })
})
