import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startWorld, type World } from './world.ts'

const SESSION = '/apis/backend/session'

let world: World
let count = 0

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

interface Page {
  readonly cookie: string
  readonly csrf: string
  readonly access_token: string
  readonly state: string
}

/** Signed in by somebody else: only what is between the page and its backend is looked at here. */
async function signIn(): Promise<Page> {
  const [state, access_token] = [`state-${(count += 1)}`, await world.token('organizer')]
  world.sessions.keepTokens(state, { access_token })
  const response = await world.get(SESSION, { method: 'POST', body: new URLSearchParams({ state }) })
  expect(response.status).toBe(201)
  const { csrf_token } = (await response.json()) as { csrf_token: string }
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';', 1)
  return { cookie, csrf: csrf_token, access_token, state }
}

function ask({ cookie, csrf }: Pick<Page, 'cookie' | 'csrf'>, path: string, init: RequestInit = {}): Promise<Response> {
  return world.get(`/apis/backend${path}`, { ...init, headers: { cookie, 'x-csrf-token': csrf, ...init.headers } })
}

describe('a page with a session', () => {
  it('reads through the backend what the token opens, and sees no token', async () => {
    const page = await signIn()
    const response = await ask(page, '/organizer/appointments?from=2020-01-01')
    expect(response.status).toBe(200)
    const text = (await response.text()) + JSON.stringify([...response.headers])
    expect(text).toContain('appointments')
    expect(text).not.toContain(page.access_token)
  })

  it('writes through it as well', async () => {
    const page = await signIn()
    const response = await ask(page, '/organizer/tasks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"title":"Learn OAuth"}',
    })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ title: 'Learn OAuth' })
  })

  it('finds its session again when it is loaded anew', async () => {
    const page = await signIn()
    const response = await world.get(SESSION, { headers: { cookie: `other=1; ${page.cookie}` } })
    expect(await response.json()).toEqual({ csrf_token: page.csrf })
  })

  it('ends it for good', async () => {
    const page = await signIn()
    const response = await ask(page, '/session', { method: 'DELETE' })
    expect(response.status).toBe(204)
    expect(response.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expect((await ask(page, '/organizer/tasks')).status).toBe(401)
    expect((await world.get(SESSION, { headers: { cookie: page.cookie } })).status).toBe(401)
  })
})

describe('others are kept out', () => {
  it.each([
    ['whoever has no cookie', (page: Page) => ask({ ...page, cookie: '' }, '/organizer/tasks'), 401],
    ['a cookie that was guessed', (page: Page) => ask({ ...page, cookie: `${page.cookie}x` }, '/organizer/tasks'), 401],
    ['a page that only has the cookie sent', (page: Page) => ask({ ...page, csrf: '' }, '/organizer/tasks'), 403],
    ['one that would sign out', (page: Page) => ask({ ...page, csrf: '' }, '/session', { method: 'DELETE' }), 403],
    [
      'a page of another port, whatever it sends',
      (page: Page) => ask(page, '/organizer/tasks', { headers: { origin: 'http://localhost:9' } }),
      403,
    ],
    [
      'one that asks for the value of the page',
      ({ cookie }: Page) => world.get(SESSION, { headers: { cookie, 'sec-fetch-site': 'same-site' } }),
      403,
    ],
    [
      'a state that was used',
      ({ state }: Page) => world.get(SESSION, { method: 'POST', body: new URLSearchParams({ state }) }),
      403,
    ],
    ['a state that nobody has', () => world.get(SESSION, { method: 'POST' }), 403],
  ])('%s', async (_, attempt, status) => {
    const page = await signIn()
    const response = await attempt(page)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/\w+ \w+ \w+/) })
    expect((await ask(page, '/organizer/tasks')).status).toBe(200)
  })

  it('pages of other origins may not read what the cookie opens', async () => {
    const { cookie } = await signIn()
    const response = await world.get(SESSION, { headers: { cookie, origin: 'http://localhost:9' } })
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

describe('the backend calls', () => {
  it.each(['/nobody/tasks', '/..%2f..%2fintrospect/x', '/backend/session', '//localhost:9/x'])(
    'the demo APIs only: not %s',
    async (path) => {
      const page = await signIn()
      expect((await ask(page, path)).status).toBe(404)
    },
  )

  it('with the token only: what the API refuses is refused', async () => {
    const page = await signIn()
    expect((await ask(page, '/photobox/pictures')).status).toBe(401)
    expect((await ask(page, '/organizer/nothing')).status).toBe(404)
  })

  it('by no other method than there are', async () => {
    const response = await world.get(SESSION, { method: 'PUT' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST, DELETE')
  })
})
