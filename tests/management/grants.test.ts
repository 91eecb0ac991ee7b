import * as oauth from 'openid-client'
import { beforeEach, describe, expect, it } from 'vitest'

import { signIn } from '../protocol/browser.ts'
import { UserAgent } from '../support/user-agent.ts'
import { itemsOf, useManagement } from './support.ts'

const management = useManagement()
const SCOPE = 'openid offline_access read:contacts'
const TODOS = 'http://localhost:5173/callback'

beforeEach(async () => {
  await management.call('POST', '/reset', { body: {} })
})

const calendar = () => management.issuer.discover('calendar-app', 'calendar-app-secret')
const putBack = (change: unknown) => management.call('POST', `/history/${String(change)}/put-back`)

async function isRefreshed({ refresh_token = '' }: oauth.TokenEndpointResponse): Promise<boolean> {
  return oauth.refreshTokenGrant(await calendar(), refresh_token).then(
    () => true,
    () => false,
  )
}

describe('grants', () => {
  it('say what hangs on them, and stay at their version while tokens come and go', async () => {
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    const [grant] = itemsOf(await management.get('/grants?user=alice'))
    expect(grant).toMatchObject({ tokens: { access: 0, refresh: 1, codes: 0 } })
    const version = await management.etag(`/grants/${String(grant?.['id'])}`)
    await isRefreshed(tokens)
    expect(await management.etag(`/grants/${String(grant?.['id'])}`)).toBe(version)
  })

  it('end one by one, and come back with their tokens', async () => {
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    const [grant] = itemsOf(await management.get('/grants'))
    const { json } = await management.call('DELETE', `/grants/${String(grant?.['id'])}`)
    const userinfo = () =>
      management.issuer.request('/userinfo', { headers: { authorization: `Bearer ${tokens.access_token}` } })
    expect((await userinfo()).status).toBe(401)
    await putBack(json['change'])
    expect((await userinfo()).status).toBe(200)
    expect(await isRefreshed(tokens)).toBe(true)
  })

  it('end all together, of a user or for a client, and come back at one stroke', async () => {
    const alice = await signIn(await calendar(), { scope: SCOPE })
    const bob = await signIn(await calendar(), { scope: SCOPE }, { user: 'bob' })
    await signIn(await management.issuer.discover('my-todos'), { scope: 'openid', redirect_uri: TODOS })
    const ofAlice = await management.call('DELETE', '/grants?user=alice')
    expect(ofAlice.json).toMatchObject({ revoked: { grants: 2 } })
    expect([await isRefreshed(alice), await isRefreshed(bob)]).toEqual([false, true])
    await putBack(ofAlice.json['change'])
    expect(itemsOf(await management.get('/grants'))).toHaveLength(3)
    const ofCalendar = await management.call('DELETE', '/grants?client_id=calendar-app')
    expect(ofCalendar.json).toMatchObject({ revoked: { grants: 2 } })
    const none = await management.call('DELETE', '/grants?client_id=calendar-app')
    expect(none.json).toEqual({ revoked: { grants: 0, sessions: 0, tokens: 0 } })
  })

  it('do not end all at once by mistake', async () => {
    const reply = await management.call('DELETE', '/grants')
    expect([reply.status, reply.json['errors']]).toEqual([400, [expect.objectContaining({ parameter: 'user' })]])
  })
})

describe('sessions', () => {
  it('say how the user signed in, when they were used, and which grants outlive them', async () => {
    const agent = new UserAgent()
    await signIn(await calendar(), { scope: SCOPE }, {}, agent)
    await signIn(await management.issuer.discover('my-todos'), { scope: 'openid', redirect_uri: TODOS }, {}, agent)
    const [session, ...others] = itemsOf(await management.get('/sessions'))
    expect(others).toEqual([])
    expect(session).toMatchObject({
      user: 'alice',
      amr: ['pwd'],
      acr: expect.any(String),
      lastUsedAt: expect.any(Number),
      authorizations: [
        { client_id: 'calendar-app', grant: expect.any(String), stays: true },
        { client_id: 'my-todos', grant: expect.any(String), stays: false },
      ],
    })
  })

  it('end all together, and come back', async () => {
    const agents = [new UserAgent(), new UserAgent()]
    for (const agent of agents) await signIn(await calendar(), { scope: SCOPE }, {}, agent)
    await signIn(await calendar(), { scope: SCOPE }, { user: 'bob' })
    const { json } = await management.call('DELETE', '/sessions?user=alice')
    expect(json).toMatchObject({ revoked: { sessions: 2 } })
    expect(itemsOf(await management.get('/sessions')).map(({ user }) => user)).toEqual(['bob'])
    await putBack(json['change'])
    expect(itemsOf(await management.get('/sessions'))).toHaveLength(3)
    expect((await management.call('DELETE', '/sessions')).status).toBe(400)
  })
})
