import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const LOCAL = 'http://localhost:5173'

function preflight(path: string, origin: string, headers?: string): Promise<Response> {
  const asked = headers === undefined ? {} : { 'access-control-request-headers': headers }
  return world.get(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', ...asked } })
}

test.each([
  '/apis/organizer/contacts',
  '/apis/agents/mcp',
  '/apis',
  '/.well-known/oauth-protected-resource/apis/organizer',
])('a page of this machine may call %s, without a token for the asking', async (path) => {
  const response = await preflight(path, LOCAL, 'authorization,dpop,content-type,mcp-session-id')
  expect(response.status).toBe(204)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': LOCAL,
    'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
    'access-control-allow-headers': 'authorization,dpop,content-type,mcp-session-id',
  })
  expect(response.headers.has('access-control-allow-credentials')).toBe(false)
})

test('a list of headers that is none is answered with the usual ones', async () => {
  const response = await preflight('/apis/organizer/contacts', LOCAL, 'a b;c')
  expect(response.headers.get('access-control-allow-headers')).toMatch(/^Authorization, DPoP, Content-Type/)
})

test.each([
  ['/apis/organizer/contacts', 401],
  ['/apis/organizer', 200],
  ['/apis/organizer/nothing', 404],
  ['/.well-known/oauth-protected-resource/apis/organizer', 200],
])('the answer of %s (%d) can be read by a page of this machine', async (path, status) => {
  const response = await world.get(path, { headers: { origin: LOCAL } })
  expect(response.status).toBe(status)
  expect(response.headers.get('access-control-allow-origin')).toBe(LOCAL)
  expect(response.headers.get('access-control-expose-headers')).toBe(
    'WWW-Authenticate, Mcp-Session-Id, DPoP-Nonce, Location',
  )
  expect(response.headers.get('vary')).toBe('Origin')
})

test('a page from elsewhere can read nothing', async () => {
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
    for (const response of [
      await preflight('/apis/organizer/contacts', origin),
      await world.get('/apis', { headers: { origin } }),
    ]) {
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(response.headers.get('vary')).toBe('Origin')
    }
  }
})

test('OPTIONS outside of CORS lists the methods', async () => {
  const response = await world.get('/apis/organizer/contacts', { method: 'OPTIONS' })
  expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS'])
})
