import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { textOf, UserAgent } from '../support/user-agent.ts'
import { responseOf, signIn, visit } from './browser.ts'
import { CALLBACK, claimsOf, until, useIssuer } from './support.ts'

const issuer = useIssuer()
const TODOS = 'http://localhost:5173/callback'
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const myTodos = () => issuer.discover('my-todos')

async function pageFor(agent: UserAgent, params: Readonly<Record<string, string>>) {
  const url = client.buildAuthorizationUrl(await calendarApp(), { redirect_uri: CALLBACK, scope: 'openid', ...params })
  return agent.open(url.href)
}

describe('single sign-on', () => {
  it('asks the second application for consent only, not for a password', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, { user: 'bob' }, agent)
    const query = {
      redirect_uri: TODOS,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    }
    const page = await agent.open(client.buildAuthorizationUrl(await myTodos(), query).href)
    expect(textOf(page.body)).toContain('MyTodos.io asks for access')
    const tokens = await signIn(await myTodos(), { scope: 'openid', redirect_uri: TODOS }, {}, agent)
    expect(tokens.claims()?.sub).toBe('bob')
  })

  it('belongs to one browser', async () => {
    await signIn(await calendarApp(), { scope: 'openid' })
    expect(textOf((await pageFor(new UserAgent(), {})).body)).toContain('Sign in as')
  })
})

describe('prompt=none', () => {
  const silent = { scope: 'openid', prompt: 'none' }

  it('says login_required where nobody is signed in', async () => {
    expect(responseOf(await visit(await calendarApp(), silent))).toMatchObject({ error: 'login_required' })
  })

  it('says consent_required where the person has not agreed yet', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, {}, agent)
    const other = await visit(await myTodos(), { ...silent, redirect_uri: TODOS }, {}, agent)
    expect(responseOf(other)).toMatchObject({ error: 'consent_required' })
    const more = await visit(await calendarApp(), { ...silent, scope: 'openid email' }, {}, agent)
    expect(responseOf(more)).toMatchObject({ error: 'consent_required' })
  })

  it('gives new tokens without a page where nothing is left to ask', async () => {
    const agent = new UserAgent()
    await signIn(await myTodos(), { scope: 'openid read:tasks', redirect_uri: TODOS }, {}, agent)
    const renewed = await signIn(
      await myTodos(),
      { ...silent, scope: 'openid read:tasks', redirect_uri: TODOS },
      {},
      agent,
    )
    expect(renewed.claims()?.sub).toBe('alice')
    expect((await issuer.callApi('organizer/tasks', renewed.access_token)).status).toBe(200)
  })

  it('works for native clients, too', async () => {
    const config = await issuer.discover('text-app')
    const agent = new UserAgent()
    const native = { redirect_uri: 'http://127.0.0.1:51004/callback', scope: 'openid' }
    await signIn(config, native, {}, agent)
    expect((await signIn(config, { ...native, prompt: 'none' }, {}, agent)).claims()?.sub).toBe('alice')
  })

  it('goes with no other prompt', async () => {
    const landed = await visit(await calendarApp(), { scope: 'openid', prompt: 'none login' })
    expect(responseOf(landed)).toMatchObject({ error: 'invalid_request' })
  })
})

describe('a session that is not enough', () => {
  it('prompt=login asks for the password again', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, {}, agent)
    const page = await pageFor(agent, { prompt: 'login' })
    expect(textOf(page.body)).toContain('asks you to sign in again: it sent prompt=login')
    const landed = new URL((await agent.signIn(page.url, { user: 'alice' })).url)
    expect(landed.searchParams.has('code')).toBe(true)
  })

  it('prompt=consent asks for consent again', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, {}, agent)
    expect(textOf((await pageFor(agent, { prompt: 'consent' })).body)).toContain('CalendarApp asks for access')
  })

  it('max_age asks again once the sign-in is older, and the ID token says when it was', async () => {
    const agent = new UserAgent()
    const config = await calendarApp()
    const first = await visit(config, { scope: 'openid', max_age: '3600' }, {}, agent)
    const before = await client.authorizationCodeGrant(config, first.url, { ...first.checks, maxAge: 3600 })
    const { auth_time = 0 } = claimsOf(before.id_token) as { auth_time?: number }
    expect(Math.abs(auth_time - Date.now() / 1000)).toBeLessThan(60)

    const asked = await until(
      () => pageFor(agent, { max_age: '1' }),
      ({ body }) => body.includes('name="account"'),
    )
    expect(textOf(asked.body)).toContain('older than the application accepts')
    const again = await visit(config, { scope: 'openid', max_age: '1' }, { user: 'alice' }, agent)
    const after = await client.authorizationCodeGrant(config, again.url, { ...again.checks, maxAge: 60 })
    expect(claimsOf(after.id_token)['auth_time']).toBeGreaterThan(auth_time)
  })

  it('max_age with prompt=none says login_required', async () => {
    const agent = new UserAgent()
    const config = await calendarApp()
    await signIn(config, { scope: 'openid' }, {}, agent)
    const ask = () => visit(config, { scope: 'openid', prompt: 'none', max_age: '1' }, {}, agent)
    const landed = await until(ask, (answer) => responseOf(answer)['error'] !== undefined)
    expect(responseOf(landed)['error']).toBe('login_required')
  })
})

describe('who is to sign in', () => {
  it('is suggested by login_hint', async () => {
    const page = await pageFor(new UserAgent(), { login_hint: 'carol' })
    expect(page.body).toMatch(/<input[^>]*name="username"[^>]*value="carol"/)
  })

  it('is fixed by id_token_hint: another person has to sign in anew', async () => {
    const agent = new UserAgent()
    const config = await calendarApp()
    const { id_token = '' } = await signIn(config, { scope: 'openid' }, { user: 'alice' })
    await signIn(config, { scope: 'openid' }, { user: 'bob' }, agent)
    expect(textOf((await pageFor(agent, { id_token_hint: id_token })).body)).toContain('expects another user')
    const silent = await visit(config, { scope: 'openid', prompt: 'none', id_token_hint: id_token }, {}, agent)
    expect(responseOf(silent)).toMatchObject({ error: 'login_required' })
    const forged = await visit(config, { scope: 'openid', id_token_hint: 'nonsense' }, {}, agent)
    expect(responseOf(forged)).toMatchObject({ error: 'invalid_request' })
  })

  it('is the user whose name and password were typed, and nobody when they are wrong', async () => {
    const agent = new UserAgent()
    const page = await pageFor(agent, {})
    const wrong = await agent.submit(page, [
      ['username', 'bob'],
      ['password', 'alice'],
      ['action', 'sign-in'],
    ])
    expect([wrong.status, textOf(wrong.body)]).toEqual([
      422,
      expect.stringContaining('The user name or the password is wrong'),
    ])
    const right = await agent.submit(page, [
      ['username', 'bob'],
      ['password', 'bob'],
      ['action', 'sign-in'],
    ])
    expect(textOf(right.body)).toContain('Bob Brandt')
  })
})
