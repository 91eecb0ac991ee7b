import * as oauth from 'openid-client'
import { describe, expect, it } from 'vitest'

import { totpCode } from '../../electron/core/issuer/interactions/totp.ts'
import { makeFolder } from '../headless/launched.ts'
import { signIn } from '../protocol/browser.ts'
import { CALLBACK } from '../protocol/support.ts'
import { startProgram } from '../support/program.ts'
import { textOf, UserAgent } from '../support/user-agent.ts'
import { itemsOf, type Json, useManagement } from './support.ts'

const management = useManagement()

const count = async () => itemsOf(await management.get('/users')).length
const putBack = (change: unknown) => management.call('POST', `/history/${String(change)}/put-back`)

describe('what stands in a field of a user', () => {
  const HOSTILE = '"><script>alert(1)</script> 😀 \u202e ‮'

  it.each<[what: string, body: Json, pointer: string]>([
    ['an empty user name', { username: '' }, '#/username'],
    ['no user name', {}, '#/username'],
    ['one that is too long', { username: 'x'.repeat(256) }, '#/username'],
    ['a number for one', { username: 7 }, '#/username'],
    ['one of emoji', { username: 'zoë 😀' }, '#/username'],
    ['one with a space at its end', { username: 'zoe ' }, '#/username'],
    ['an empty password', { username: 'zoe', password: '' }, '#/password'],
    ['one that is too long', { username: 'zoe', password: 'x'.repeat(1001) }, '#/password'],
    ['a number for one', { username: 'zoe', password: 7 }, '#/password'],
    ['claims that are none', { username: 'zoe', claims: ['a'] }, '#/claims'],
    ['a claim that is the protocol’s', { username: 'zoe', claims: { sub: 'x' } }, '#/claims/sub'],
    ['a claim without a name', { username: 'zoe', claims: { '': 'x' } }, '#/claims/'],
    [
      'a secret that is no base32',
      { username: 'zoe', secondFactor: { totpSecret: '0189' } },
      '#/secondFactor/totpSecret',
    ],
    ['a secret without one', { username: 'zoe', secondFactor: {} }, '#/secondFactor/totpSecret'],
    ['what nobody knows', { username: 'zoe', role: 'admin' }, '#/role'],
  ])('is refused by its name: %s', async (_what, body, pointer) => {
    const reply = await management.call('POST', '/users', { body })
    expect([reply.status, reply.json['errors']]).toEqual([422, [expect.objectContaining({ pointer })]])
  })

  it('may be anything else, and comes back as it was', async () => {
    const claims = {
      name: HOSTILE,
      email: 'not an address',
      email_verified: 'true',
      birthdate: 7,
      roles: [HOSTILE, '', 'admin', 'admin'],
      address: 'Rue 1',
      'https://example.test/claim': { deep: [null, HOSTILE] },
    }
    const body = { username: `zoe'"<&>`, password: HOSTILE, claims }
    const made = await management.call('POST', '/users', { body })
    const path = `/users/${encodeURIComponent(body.username)}`
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1${path}`])
    expect((await management.get(`${path}?include=secrets`)).json).toMatchObject(body)
    expect((await management.call('POST', '/users', { body })).status).toBe(409)
    const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
    const tokens = await signIn(config, { scope: 'openid profile' }, { user: body.username })
    expect(tokens.claims()).toMatchObject({ sub: body.username, name: HOSTILE, birthdate: 7 })
    await management.call('DELETE', path)
  })
})

describe('users who are made up', () => {
  it('come ten at a time, are new each time, and go again at one stroke', async () => {
    const before = await count()
    const made = await management.call('POST', '/users/generate')
    const names = itemsOf(made).map(({ username }) => username)
    expect(new Set(names).size).toBe(10)
    const more = await management.call('POST', '/users/generate?count=20')
    expect(itemsOf(more).filter(({ username }) => names.includes(username))).toEqual([])
    expect(await count()).toBe(before + 30)
    await putBack(more.json['change'])
    await putBack(made.json['change'])
    expect(await count()).toBe(before)
    expect((await management.call('POST', '/users/generate?count=101')).status).toBe(400)
  })
})

describe('an import', () => {
  const users = [
    { username: 'erin', password: 'e', claims: { name: 'Erin' } },
    { username: 'alice', claims: { name: 'Alice Else' }, meta: { hasSecondFactor: false } },
    { username: 'carol' },
    { username: 'erin' },
    { username: 'frank', claims: 7 },
    'grace',
  ]

  it('says of each what would happen, and does none of it', async () => {
    const reply = await management.call('POST', '/users/import?dryRun=true', { body: users })
    expect(reply.json).toMatchObject({
      applied: false,
      counts: { added: 1, changed: 2, same: 0, kept: 0, refused: 3 },
      rows: [
        { username: 'erin', outcome: 'added' },
        {
          username: 'alice',
          outcome: 'changed',
          members: expect.arrayContaining([
            { name: 'claims.name', change: 'changed' },
            { name: 'claims.email', change: 'removed' },
          ]),
        },
        { username: 'carol', outcome: 'changed' },
        { outcome: 'refused', findings: [{ path: 'users[3].username', message: expect.stringContaining('again') }] },
        { outcome: 'refused', findings: [{ path: 'users[4].claims' }] },
        { outcome: 'refused', findings: [{ path: 'users[5]' }] },
      ],
    })
    expect(reply.json).not.toHaveProperty('change')
    expect((await management.get('/users/erin')).status).toBe(404)
  })

  it('takes those that are right, keeps what was left out, and is put back whole', async () => {
    const reply = await management.call('POST', '/users/import', { body: users })
    expect(reply.json).toMatchObject({ applied: true, counts: { added: 1, changed: 2, refused: 3 } })
    const shown = async (username: string) => (await management.get(`/users/${username}?include=secrets`)).json
    expect(await shown('erin')).toMatchObject({ password: 'e' })
    expect(await shown('alice')).toMatchObject({ password: 'alice', claims: { name: 'Alice Else' } })
    expect(await shown('carol')).toMatchObject({ claims: {}, secondFactor: { totpSecret: expect.any(String) } })
    const again = await management.call('POST', '/users/import', { body: users.slice(0, 3) })
    expect(again.json).toMatchObject({ counts: { same: 3 } })
    await putBack(reply.json['change'])
    expect((await management.get('/users/erin')).status).toBe(404)
    expect(await shown('alice')).toMatchObject({ claims: { email: 'alice@organizer.test' } })
  })

  it('leaves those who are there when it is told to', async () => {
    const reply = await management.call('POST', '/users/import?existing=keep', { body: [{ username: 'alice' }] })
    expect(reply.json).toMatchObject({ counts: { kept: 1 } })
    expect(reply.json).not.toHaveProperty('change')
  })
})

describe('a second factor', () => {
  it('has a code of this moment, which signs in', async () => {
    const { json } = await management.get('/users/carol?include=secrets')
    const { totpSecret } = json['secondFactor'] as { readonly totpSecret: string }
    const { code, secondsLeft } = (await management.get('/users/carol/one-time-password')).json
    const now = Date.now() / 1000
    expect([now, now - 2].map((moment) => totpCode(totpSecret, moment))).toContain(code)
    expect(secondsLeft).toBeGreaterThan(0)
  })

  it('has none where there is no second factor, nor a user', async () => {
    expect((await management.get('/users/alice/one-time-password')).status).toBe(409)
    expect((await management.get('/users/nobody/one-time-password')).status).toBe(404)
  })
})

describe('signing a browser in as somebody', () => {
  const link = async (username: string) =>
    String((await management.call('POST', `/users/${username}/sign-in`)).json['address'])

  async function silently(agent: UserAgent) {
    const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
    const url = oauth.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope: 'openid' })
    return textOf((await agent.open(url.href)).body)
  }

  it('begins a session as the password would, and ends that of another', async () => {
    const agent = new UserAgent()
    const page = await agent.open(await link('bob'))
    expect(textOf(page.body)).toContain('Signed in as Bob')
    const [session] = itemsOf(await management.get('/sessions?user=bob'))
    expect(session).toMatchObject({ user: 'bob', amr: ['pwd'], clients: [], lastUsedAt: expect.any(Number) })
    expect(await silently(agent)).toContain('CalendarApp asks for access')
    await agent.open(await link('alice'))
    expect(itemsOf(await management.get('/sessions?user=bob'))).toEqual([])
    expect(itemsOf(await management.get('/sessions?user=alice'))).toHaveLength(1)
  })

  it('is done once, by the browser that comes first', async () => {
    const address = await link('bob')
    const [first, second] = [new UserAgent(), new UserAgent()]
    await first.open(address)
    const late = await second.open(address)
    expect([late.status, textOf(late.body)]).toEqual([410, expect.stringContaining('has been used')])
    expect(textOf((await first.open(address)).body)).toContain('Signed in as Bob')
    expect(await silently(second)).toContain('Sign in as')
  })

  it('is not done by a look ahead, nor for nobody, nor by a guess', async () => {
    const address = await link('bob')
    const agent = new UserAgent()
    await agent.fetch(address, { method: 'HEAD' })
    expect(textOf((await agent.open(address)).body)).toContain('Signed in as Bob')
    expect((await management.call('POST', '/users/nobody/sign-in')).status).toBe(404)
    expect((await new UserAgent().open(`${management.issuer.url}/sign-in-as/${'x'.repeat(32)}`)).status).toBe(410)
  })
})

describe('the sign-in page', () => {
  it('shows some of very many, and whom the application means among them', async () => {
    const body = Array.from({ length: 80 }, (_, index) => ({ username: `many-${index}` }))
    const { json } = await management.call('POST', '/users/import', { body })
    const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
    const params = { redirect_uri: CALLBACK, scope: 'openid', login_hint: 'many-79' }
    const page = await new UserAgent().open(oauth.buildAuthorizationUrl(config, params).href)
    expect(page.body.match(/name="account"/g)).toHaveLength(60)
    expect(page.body).toContain('value="many-79"')
    expect(textOf(page.body)).toMatch(/And 2\d more, who sign in by name and password/)
    await putBack(json['change'])
  })
})

describe('a program with a file', () => {
  it('has everybody, their sessions and what they have allowed again after it was ended', async () => {
    using folder = makeFolder()
    await using first = await startProgram('--data', folder.path)
    const call = (program: typeof first, method: string, path: string) =>
      fetch(`${program.ready.api}${path}`, { method, headers: { authorization: `Bearer ${program.ready.token}` } })
    await call(first, 'POST', '/users/generate')
    const { address } = (await (await call(first, 'POST', '/users/noah.weber/sign-in')).json()) as { address: string }
    await new UserAgent().open(address)
    const read = async (program: typeof first) =>
      Promise.all(
        ['/users?include=secrets', '/sessions'].map(async (path) => (await call(program, 'GET', path)).text()),
      )
    const before = await read(first)
    await first.kill('SIGTERM')
    await using second = await startProgram('--data', folder.path)
    expect(await read(second)).toEqual(before)
    expect(before.join(' ')).toContain('noah.weber')
  })
})
