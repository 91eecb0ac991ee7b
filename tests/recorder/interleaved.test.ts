/**
 * Many stories at once, told step by step in an order that chance decides. Each step knows whose it is and says so in a
 * header of its own, `x-story`, that nothing but this test reads.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

import fc from 'fast-check'
import * as client from 'openid-client'
import { expect, it, vi } from 'vitest'

import type { Core } from '../../electron/core/create-core.ts'
import { UserAgent } from '../support/user-agent.ts'
import { buildRequest, discover, recorded, startCore } from './support.ts'

const GRANT = { device: 'urn:ietf:params:oauth:grant-type:device_code', ciba: 'urn:openid:params:grant-type:ciba' }

type Story = () => AsyncGenerator<void>

interface World {
  readonly core: Core
  readonly calendar: client.Configuration
  readonly todos: client.Configuration
  readonly print: client.Configuration
  readonly tv: client.Configuration
  readonly taxi: client.Configuration
}

const telling = new AsyncLocalStorage<string>()

/** Everything that a story sends goes through here. */
function fetchAsStory(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  const story = telling.getStore()
  if (story !== undefined) headers.set('x-story', story)
  return realFetch(input, { ...init, headers })
}

const realFetch = globalThis.fetch

async function makeWorld(core: Core): Promise<World> {
  const [calendar, todos, print, tv, taxi] = await Promise.all([
    discover(core.issuer, 'calendar-app', 'calendar-app-secret'),
    discover(core.issuer, 'my-todos'),
    discover(core.issuer, 'quick-print', 'quick-print-secret'),
    discover(core.issuer, 'couch-tv'),
    discover(core.issuer, 'taxi-finder', 'taxi-finder-secret'),
  ])
  for (const config of [calendar, todos, print, tv, taxi])
    config[client.customFetch] = (url, init) => fetchAsStory(url, init as RequestInit)
  return { core, calendar, todos, print, tv, taxi }
}

interface Part {
  readonly config: client.Configuration
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
  readonly user: string
  readonly agent: UserAgent
  readonly par?: boolean
  readonly logout?: boolean
}

/** From the first request to the logout, one exchange at a time. */
async function* codeStory({ core }: World, part: Part): AsyncGenerator<void> {
  const { config, agent, user, redirect_uri, scope } = part
  const { url, checks } = await buildRequest(config, { redirect_uri, scope })
  const start = part.par ? await client.buildAuthorizationUrlWithPAR(config, url.searchParams) : url
  yield
  let next: string | undefined = start.href
  let landed = ''
  while (next !== undefined) {
    const page = await agent.fetch(next)
    yield
    const answered = page.status === 200 ? await answerPage(agent, next, page.body, user) : page
    yield
    const target: URL = new URL(answered.headers.get('location') ?? '', next)
    landed = target.href
    next = target.origin === new URL(core.issuer).origin ? target.href : undefined
  }
  const tokens = await client.authorizationCodeGrant(config, new URL(landed), checks)
  yield
  await client.fetchUserInfo(config, tokens.access_token, user)
  yield
  await callApi(core, part.api, tokens.access_token)
  yield
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
  yield
  await callApi(core, part.api, refreshed.access_token)
  yield
  if (!part.logout) return
  const hint = refreshed.id_token ?? tokens.id_token ?? ''
  const asked = `${core.issuer}/logout?id_token_hint=${hint}`
  const page = await agent.fetch(asked)
  yield
  const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const done = await agent.fetch(`${core.issuer}/logout/confirm`, post({ xsrf, logout: 'yes' }, core))
  yield
  // Several are at that address at once; a browser says from which page it came.
  await agent.fetch(new URL(done.headers.get('location') ?? '', core.issuer).href, { headers: { referer: asked } })
}

function answerPage(agent: UserAgent, url: string, body: string, user: string) {
  const scopes = [...body.matchAll(/<input(?=[^>]*name="scope")[^>]*value="([^"]*)"/g)].map(
    ([, value = '']): [string, string] => ['scope', value],
  )
  const form: [string, string][] = body.includes('name="account"')
    ? [['account', user]]
    : [...scopes, ['action', 'allow']]
  return agent.fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: { origin: new URL(url).origin } })
}

function post(form: Record<string, string>, core: Core): RequestInit {
  return { method: 'POST', body: new URLSearchParams(form), headers: { origin: core.issuer } }
}

async function callApi(core: Core, path: string, token: string): Promise<void> {
  const response = await fetch(`${core.issuer}/apis/${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect(response.status).toBe(200)
  await response.body?.cancel()
}

async function* deviceStory({ core, tv, taxi }: World, user: string): AsyncGenerator<void> {
  const device = await client.initiateDeviceAuthorization(tv, { scope: 'openid offline_access read:pictures' })
  yield
  const poll = () => client.genericGrantRequest(tv, GRANT.device, { device_code: device.device_code })
  await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending' })
  yield
  const agent = new UserAgent()
  const blank = await agent.fetch(`${core.issuer}/device`)
  yield
  const code = device.user_code.toLowerCase().replace('-', ' ')
  const typed = await agent.fetch(
    `${core.issuer}/device`,
    post({ xsrf: hidden(blank.body, 'xsrf'), user_code: code }, core),
  )
  yield
  let next: string | undefined
  const confirm = { xsrf: hidden(typed.body, 'xsrf'), user_code: hidden(typed.body, 'user_code'), confirm: 'yes' }
  let page = await agent.fetch(`${core.issuer}/device`, post(confirm, core))
  yield
  await expect(poll()).rejects.toMatchObject({ status: 400 })
  yield
  while ((next = page.headers.get('location') ?? undefined) !== undefined) {
    const url = new URL(next, core.issuer).href
    page = await agent.fetch(url)
    yield
    if (page.status === 200 && url.includes('/interaction/')) page = await answerPage(agent, url, page.body, user)
    yield
  }
  const tokens = await poll()
  yield
  await callApi(core, 'photobox/pictures', tokens.access_token)
  yield
  await client.tokenIntrospection(taxi, tokens.access_token)
  yield
  await client.tokenRevocation(tv, tokens.refresh_token ?? tokens.access_token)
}

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
}

async function* cibaStory({ core, taxi }: World, user: string, message: string): AsyncGenerator<void> {
  const asked = await client.initiateBackchannelAuthentication(taxi, {
    scope: 'openid geocode',
    login_hint: user,
    binding_message: message,
  })
  yield
  const poll = () => client.genericGrantRequest(taxi, GRANT.ciba, { auth_req_id: asked.auth_req_id })
  await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending' })
  yield
  const agent = new UserAgent()
  // Seen by somebody for whom several may wait: whose page that is cannot be told, so it tells no story.
  const page = await telling.exit(() => agent.fetch(`${core.issuer}/approvals`))
  yield
  const form = { csrf: hidden(page.body, 'csrf'), request: asked.auth_req_id, action: 'approve' }
  expect((await agent.fetch(`${core.issuer}/approvals`, post(form, core))).body).toContain('Approved')
  yield
  const tokens = await poll()
  yield
  await callApi(core, 'world-mappers/geocode?q=Lisbon', tokens.access_token)
}

async function* machineStory({ core, taxi }: World): AsyncGenerator<void> {
  const tokens = await client.clientCredentialsGrant(taxi, { scope: 'geocode' })
  yield
  await callApi(core, 'world-mappers/geocode?q=Lisbon', tokens.access_token)
  yield
  await client.tokenIntrospection(taxi, tokens.access_token)
}

/** Fetched by whoever: it may be counted to a story or to none, but never to another. */
async function* keysStory({ core }: World): AsyncGenerator<void> {
  const headers = { 'user-agent': 'stranger/1.0' }
  await fetch(`${core.issuer}/jwks`, { headers })
  yield
  await fetch(`${core.issuer}/jwks`, { headers })
}

function storiesOf(world: World): Record<string, Story> {
  const shared = new UserAgent()
  const calendar = {
    config: world.calendar,
    redirect_uri: 'http://localhost:3000/callback',
    scope: 'openid offline_access read:contacts',
    api: 'organizer/contacts',
  }
  const todos = {
    config: world.todos,
    redirect_uri: 'http://localhost:5173/callback',
    scope: 'openid offline_access read:tasks',
    api: 'organizer/tasks',
  }
  const print = {
    config: world.print,
    redirect_uri: 'http://localhost:3001/callback',
    scope: 'openid offline_access read:pictures',
    api: 'photobox/pictures',
  }
  return {
    'alice in the calendar': () =>
      codeStory(world, { ...calendar, user: 'alice', agent: new UserAgent(), logout: true }),
    'bob in the calendar by PAR': () =>
      codeStory(world, { ...calendar, user: 'bob', agent: new UserAgent(), par: true, logout: true }),
    "alice's todos": () => codeStory(world, { ...todos, user: 'alice', agent: shared }),
    "bob's todos": () => codeStory(world, { ...todos, user: 'bob', agent: new UserAgent(), logout: true }),
    'alice prints': () => codeStory(world, { ...print, user: 'alice', agent: new UserAgent(), par: true }),
    'alice on the couch': () => deviceStory(world, 'alice'),
    'bob on the couch': () => deviceStory(world, 'bob'),
    'alice takes a taxi': () => cibaStory(world, 'alice', 'TAXI-1'),
    'bob takes a taxi': () => cibaStory(world, 'bob', 'TAXI-2'),
    'a machine': () => machineStory(world),
    'another machine': () => machineStory(world),
    'a stranger': () => keysStory(world),
  }
}

async function tellInterleaved(stories: Record<string, Story>, nextOf: (count: number) => number): Promise<void> {
  const running = Object.entries(stories).map(([name, story]) => ({ name, steps: telling.run(name, story) }))
  while (running.length > 0) {
    const at = nextOf(running.length)
    const story = running[at]
    if (!story) throw new Error('no such story')
    const { done } = await telling.run(story.name, () => story.steps.next())
    if (done) running.splice(at, 1)
  }
}

async function storiesRecorded({
  recorder,
}: Core): Promise<{ signIn: string | undefined; story: string; what: string }[]> {
  const found = await recorded(recorder)
  const whole = await recorder.collect({ ids: found.map(({ id }) => id) }, found.length)
  return whole.flatMap(({ signIn, request, endpoint, method, url }) => {
    const story = request.headers.find(([name]) => name.toLowerCase() === 'x-story')?.[1]
    return story === undefined ? [] : [{ signIn, story, what: `${method} ${endpoint} ${new URL(url).pathname}` }]
  })
}

it('every exchange is of the sign-in that it belongs to, whatever the order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 400, maxLength: 400 }), async (choices) => {
      const core = await startCore()
      // After the start: what the program itself calls is none of the stories'.
      vi.stubGlobal('fetch', fetchAsStory)
      const world = await telling.exit(() => makeWorld(core))
      let turn = 0
      await tellInterleaved(storiesOf(world), (count) => (choices[turn++ % choices.length] ?? 0) % count)
      const found = await storiesRecorded(core)
      const owners = new Map<string, Set<string>>()
      for (const { signIn, story } of found) {
        if (signIn !== undefined) owners.set(signIn, (owners.get(signIn) ?? new Set()).add(story))
      }
      expect([...owners.values()].filter((stories) => stories.size > 1)).toEqual([])
      const told = found.filter(({ story }) => story !== 'a stranger')
      expect(told.filter(({ signIn, what }) => signIn === undefined && !what.includes('jwks'))).toEqual([])
      for (const name of new Set(told.map(({ story }) => story))) {
        const signIns = new Set(
          told.filter(({ story, signIn }) => story === name && signIn !== undefined).map(({ signIn }) => signIn),
        )
        expect([name, signIns.size]).toEqual([name, 1])
      }
      expect(told.length).toBeGreaterThan(100)
      vi.unstubAllGlobals()
      await core.close()
    }),
    { numRuns: 12, endOnFailure: true },
  )
})
