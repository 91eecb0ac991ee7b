import { refreshTokenGrant } from 'openid-client'
import { beforeEach, describe, expect, it } from 'vitest'

import { basic, discover } from '../protocol/support.ts'
import { find, list, lookUp, ORGANIZER, PHOTOBOX, useWorld } from './support.ts'

const world = useWorld()
const SCOPE = 'openid offline_access read:tasks'

async function callTasks(token: string): Promise<Response> {
  return fetch(`${world.core.issuer}/apis/organizer/tasks`, { headers: { authorization: `Bearer ${token}` } })
}

async function clientCredentials(): Promise<string> {
  const response = await fetch(`${world.core.issuer}/token`, {
    method: 'POST',
    headers: basic('taxi-finder', 'taxi-finder-secret'),
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'geocode' }),
  })
  return ((await response.json()) as { access_token: string }).access_token
}

async function makeOpaque(identifier: string): Promise<void> {
  await world.core.call('apis.change', { identifier, changes: { tokenFormat: 'opaque' } })
}

beforeEach(async () => {
  await world.core.call('reset', { options: {} })
  await world.core.call('exchanges.remove', {})
})

describe('the list of tokens', () => {
  it('is empty before there are any', async () => {
    expect(await list(world.core)).toEqual({ items: [] })
  })

  it('has what a sign-in gave: access, refresh and ID token, with whom they are for', async () => {
    const tokens = await world.signIn({ scope: SCOPE })
    const { items } = await list(world.core)
    expect(items.map(({ kind, format, state, token }) => ({ kind, format, state, token }))).toEqual([
      { kind: 'access_token', format: 'jwt', state: 'active', token: tokens.access_token },
      { kind: 'refresh_token', format: 'opaque', state: 'active', token: tokens.refresh_token },
      { kind: 'id_token', format: 'jwt', state: 'active', token: tokens.id_token },
    ])
    expect(items[0]).toMatchObject({ client_id: 'my-todos', user: 'alice', audience: [ORGANIZER], scope: SCOPE })
    expect(items[2]).toMatchObject({ client_id: 'my-todos', user: 'alice', audience: ['my-todos'] })
    expect(items.every(({ exchange }) => exchange === items[0]?.exchange)).toBe(true)
  })

  it('shows the tokens themselves only when they are asked for', async () => {
    await world.signIn()
    const { items } = await world.core.call('tokens.list', {})
    expect(items.map((item) => item.token)).toEqual([undefined, undefined])
  })

  it('has tokens of the authorization endpoint, handed over in a fragment', async () => {
    const url = new URL(`${world.core.issuer}/authorize`)
    url.search = new URLSearchParams({
      client_id: 'my-todos',
      response_type: 'id_token token',
      redirect_uri: 'http://localhost:5173/callback',
      scope: 'openid read:tasks',
      nonce: 'n',
    }).toString()
    const { UserAgent } = await import('../support/user-agent.ts')
    await new UserAgent().signIn(url.href)
    const { items } = await list(world.core)
    expect(items.map(({ kind, client_id, user }) => [kind, client_id, user])).toEqual([
      ['access_token', 'my-todos', 'alice'],
      ['id_token', 'my-todos', 'alice'],
    ])
  })

  it('is filtered by application, user, kind and state, newest first', async () => {
    await world.signIn({ scope: SCOPE })
    await world.signIn({ scope: SCOPE }, { user: 'bob' })
    const machine = await clientCredentials()
    const first = (await list(world.core)).items[0]
    expect(first).toMatchObject({ client_id: 'taxi-finder', token: machine })
    expect(first?.user).toBeUndefined()
    const kinds = async (filter: object) => (await list(world.core, filter)).items.map(({ kind, user }) => [kind, user])
    expect(await kinds({ user: 'bob', kind: 'id_token' })).toEqual([['id_token', 'bob']])
    expect(await kinds({ client_id: 'taxi-finder' })).toEqual([['access_token', undefined]])
    expect(await kinds({ state: 'revoked' })).toEqual([])
  })

  it('comes in pages, each token once, also where a page ends within an answer', async () => {
    for (const user of ['alice', 'bob', 'mallory']) await world.signIn({ scope: SCOPE }, { user })
    const whole = (await list(world.core)).items.map(({ id }) => id)
    expect(whole).toHaveLength(9)
    const paged: string[] = []
    for (let after: string | undefined; ;) {
      const { items, next } = await list(world.core, { limit: 2, after })
      expect(items.length).toBeLessThanOrEqual(2)
      paged.push(...items.map(({ id }) => id))
      if (next === undefined) break
      after = next
    }
    expect(paged).toEqual(whole)
  })

  it('knows opaque tokens once although two sources have them, and still when the traffic is gone', async () => {
    await makeOpaque(PHOTOBOX)
    const tv = { client_id: 'quick-print', secret: 'quick-print-secret' }
    const tokens = await world.signIn(
      { scope: 'openid read:pictures', redirect_uri: 'http://localhost:4401/callback' },
      {},
      tv,
    )
    const recorded = (await list(world.core)).items
    expect(recorded.map(({ kind, format, audience }) => [kind, format, audience])).toEqual([
      ['access_token', 'opaque', [PHOTOBOX]],
      ['id_token', 'jwt', ['quick-print']],
    ])
    await world.core.call('exchanges.remove', {})
    const { items } = await list(world.core)
    expect(items.map(({ token, state, exchange }) => ({ token, state, exchange }))).toEqual([
      { token: tokens.access_token, state: 'active', exchange: undefined },
    ])
    const kept = await world.core.call('tokens.get', { id: items[0]?.id ?? '' })
    expect(kept.value).toMatchObject({ kind: 'access_token', user: 'alice', usedBy: [] })
  })

  it('refuses a cursor that it has not given', async () => {
    await expect(list(world.core, { after: 'nonsense' })).rejects.toThrow('after: found "nonsense", expected the value')
  })
})

describe('a token', () => {
  it('leads to the exchange that made it and to those that used it', async () => {
    const tokens = await world.signIn({ scope: SCOPE })
    expect((await callTasks(tokens.access_token)).status).toBe(200)
    const { id } = await find(world.core, tokens.access_token)
    const { value } = await world.core.call('tokens.get', { id })
    expect(value.madeBy).toMatchObject({ endpoint: 'token', client_id: 'my-todos', user: 'alice' })
    expect(value.usedBy.map(({ endpoint, status }) => [endpoint, status])).toEqual([['api', 200]])
  })

  it('is rotated when a refresh token was used, and revoked with its family when it is used again', async () => {
    const config = await discover(world.core.issuer, 'my-todos')
    const first = await world.signIn({ scope: SCOPE })
    const second = await refreshTokenGrant(config, first.refresh_token ?? '')
    await world.core.recorder.flush()
    expect((await find(world.core, first.refresh_token)).state).toBe('rotated')
    expect((await find(world.core, second.refresh_token)).state).toBe('active')
    await expect(refreshTokenGrant(config, first.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' })
    expect((await find(world.core, second.refresh_token)).state).toBe('revoked')
    expect((await find(world.core, second.access_token)).state).toBe('revoked')
    expect((await find(world.core, first.access_token)).state).toBe('revoked')
  })

  it('expires', async () => {
    await world.core.call('settings.change', { changes: { lifetimes: { idToken: 1 } } })
    const { id_token } = await world.signIn()
    await expect.poll(async () => (await find(world.core, id_token)).state).toBe('expired')
  })

  it('is not found under an id that it never had', async () => {
    for (const id of ['4711.access_token', 'AccessToken.nonsense', 'nonsense', '1.code']) {
      await expect(world.core.call('tokens.get', { id })).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

describe('revoking', () => {
  it('ends a JWT alone: another of the same grant goes on', async () => {
    const config = await discover(world.core.issuer, 'my-todos')
    const first = await world.signIn({ scope: SCOPE })
    const second = await refreshTokenGrant(config, first.refresh_token ?? '')
    const { id } = await find(world.core, first.access_token)
    const { falls } = (await world.core.call('tokens.get', { id })).value
    expect(falls.alone).toEqual({
      itself: true,
      withIt: [{ kind: 'refresh_token', count: 1 }],
      jwts: 'stay',
      grant: false,
    })
    const { revoked } = await world.core.call('tokens.revoke', { id })
    expect(revoked).toEqual({ grants: 0, sessions: 0, tokens: 4 })
    expect((await callTasks(first.access_token)).status).toBe(401)
    expect((await callTasks(second.access_token)).status).toBe(200)
    expect((await find(world.core, first.access_token)).state).toBe('revoked')
  })

  it('takes the whole grant along with a refresh token, as it said before', async () => {
    const tokens = await world.signIn({ scope: SCOPE })
    const { id } = await find(world.core, tokens.refresh_token)
    const { falls } = (await world.core.call('tokens.get', { id })).value
    expect(falls.alone).toMatchObject({ jwts: 'all', grant: true })
    expect((await world.core.call('tokens.revoke', { id })).revoked).toMatchObject({ grants: 1 })
    expect((await callTasks(tokens.access_token)).status).toBe(401)
    expect((await find(world.core, tokens.access_token)).state).toBe('revoked')
    expect((await find(world.core, tokens.refresh_token)).state).toBe('revoked')
  })

  it('does the same as the revocation endpoint does for the application', async () => {
    const calendar = { client_id: 'calendar-app', secret: 'calendar-app-secret' }
    const scope = 'openid offline_access read:contacts'
    const byApp = await world.signIn({ scope }, { user: 'bob' }, calendar)
    await fetch(`${world.core.issuer}/revoke`, {
      method: 'POST',
      headers: basic('calendar-app', 'calendar-app-secret'),
      body: new URLSearchParams({ token: byApp.access_token }),
    })
    const byScreen = await world.signIn({ scope }, {}, calendar)
    await world.core.call('tokens.revoke', { id: (await find(world.core, byScreen.access_token)).id })
    const states = async (tokens: typeof byApp) =>
      Promise.all(
        [tokens.access_token, tokens.refresh_token].map(async (token) => (await find(world.core, token)).state),
      )
    expect(await states(byScreen)).toEqual(await states(byApp))
  })

  it('says that an ID token cannot be revoked', async () => {
    const { id_token } = await world.signIn()
    const { id } = await find(world.core, id_token)
    await expect(world.core.call('tokens.revoke', { id })).rejects.toThrow('An ID token cannot be revoked')
  })
})

describe('introspection', () => {
  it('answers as the issuer does, leaves no traffic, and knows nothing of what it never gave', async () => {
    const { access_token } = await world.signIn()
    const before = await world.core.call('exchanges.stats', {})
    const introspect = (token: string) => world.core.call('tokens.introspect', { presented: { token } })
    expect(await introspect(access_token)).toMatchObject({
      status: 200,
      answer: { active: true, sub: 'alice', client_id: 'my-todos', aud: ORGANIZER, scope: 'openid read:tasks' },
    })
    expect(await introspect('nonsense')).toEqual({ status: 200, answer: { active: false } })
    await world.core.recorder.flush()
    expect((await world.core.call('exchanges.stats', {})).stored).toBe(before.stored)
  })
})

describe('looking a token up', () => {
  it('says for whom it was given and by which exchange, and does not show it', async () => {
    const { access_token, id_token } = await world.signIn()
    const found = await lookUp(world.core, access_token)
    expect(found.issued).toMatchObject({ kind: 'access_token', client_id: 'my-todos', user: 'alice', state: 'active' })
    expect(found.issued?.token).toBeUndefined()
    expect(found.madeBy).toMatchObject({ id: found.issued?.exchange, endpoint: 'token' })
    expect((await lookUp(world.core, id_token ?? '')).issued).toMatchObject({ kind: 'id_token' })
  })

  it('recognises its own signature when the traffic is gone', async () => {
    const { access_token } = await world.signIn()
    await world.core.call('exchanges.remove', {})
    const found = await lookUp(world.core, access_token)
    expect(found).toMatchObject({ issued: { kind: 'access_token', client_id: 'my-todos', user: 'alice' } })
    expect(found.madeBy).toBeUndefined()
  })

  it('knows nothing of a stranger', async () => {
    expect(await lookUp(world.core, 'eyJhbGciOiJub25lIn0.e30.')).toEqual({})
    expect(await lookUp(world.core, 'opaque')).toEqual({})
  })
})
