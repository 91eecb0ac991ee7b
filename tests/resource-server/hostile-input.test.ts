import { connect } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { json, startWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let token: string

const PATHS = [
  '/apis',
  '/apis/organizer',
  '/apis/organizer/contacts',
  '/apis/organizer/appointments',
  '/apis/organizer/tasks/task-1',
  '/apis/world-mappers/geocode',
  '/apis/world-mappers/route',
  '/apis/photobox/pictures',
  '/apis/photobox/pictures/picture-1/image.svg',
  '/apis/agents/mcp',
  '/.well-known/oauth-protected-resource',
  '/.well-known/oauth-protected-resource/apis/organizer',
]

beforeAll(async () => {
  world = await startWorld()
  token = await world.token('organizer', {
    aud: ['organizer', 'world-mappers', 'photobox', 'agents'].map((name) => `${world.origin}/apis/${name}`),
  })
})
afterAll(() => world.close())

const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')
const headerValue = fc.string({ maxLength: 200 })
const tokenLike = fc
  .array(fc.base64String({ maxLength: 40 }), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('.'))

test('random requests never get an answer of 500 or above', async () => {
  const request = fc.record({
    path: fc.constantFrom(...PATHS),
    rest: fc.oneof(
      fc.constant(''),
      fc.webPath({ size: 'small' }),
      fc.string({ maxLength: 20 }).map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
    ),
    query: fc.oneof(
      fc.constant(''),
      fc.webQueryParameters(),
      fc.constantFrom('q=%', 'q=%ff', 'from=1,2&to=-1e9,0', 'access_token=x', 'q=a&q=b'),
    ),
    method,
    authorization: fc.oneof(
      fc.constant('good'),
      headerValue,
      tokenLike.map((value) => `Bearer ${value}`),
      tokenLike.map((value) => `DPoP ${value}`),
    ),
    dpop: fc.option(fc.oneof(headerValue, tokenLike), { nil: undefined }),
    contentType: fc.oneof(
      fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain'),
      headerValue,
    ),
    accept: fc.oneof(fc.constant('*/*'), headerValue),
    body: fc.oneof(fc.json(), fc.string(), fc.uint8Array({ maxLength: 500 })),
  })
  await fc.assert(
    fc.asyncProperty(
      request,
      async ({ path, rest, query, method: verb, authorization, dpop, contentType, accept, body }) => {
        const headers = new Headers({
          'content-type': contentType.trim(),
          accept: accept.trim(),
          authorization: authorization === 'good' ? `Bearer ${token}` : authorization.trim(),
          ...(dpop === undefined ? {} : { dpop: dpop.trim() }),
        })
        const bodyless = verb === 'GET' || verb === 'HEAD'
        const init = {
          method: verb,
          headers,
          ...(bodyless ? {} : { body: typeof body === 'string' ? body : Uint8Array.from(body) }),
        }
        const response = await world.get(`${path}${rest}?${query}`, init)
        await response.arrayBuffer()
        expect(response.status).toBeLessThan(500)
        expect(response.headers.get('www-authenticate') ?? '').toMatch(/^[\x20-\x7e]*$/)
      },
    ),
    { numRuns: 250 },
  )
})

test('random bodies for what takes one give 201, 202, 200, 400 or 409', async () => {
  const member = fc.constantFrom(
    'name',
    'title',
    'start',
    'end',
    'due',
    'done',
    'jsonrpc',
    'id',
    'method',
    'params',
    '__proto__',
    'constructor',
  )
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('2.0', 'tools/call', 'initialize', '2026-01-01', '2026-01-01T00:00:00Z'),
  )
  const target = fc.constantFrom(...PATHS.filter((path) => /contacts|appointments|pictures$|mcp/.test(path)))
  await fc.assert(
    fc.asyncProperty(target, fc.dictionary(member, value), async (path, body) => {
      const init = json(body)
      const response = await world.get(path, {
        ...init,
        headers: { ...(init.headers as object), authorization: `Bearer ${token}` },
      })
      await response.arrayBuffer()
      // The token lacks the scopes of all but the Organizer.
      expect([200, 201, 202, 400, 403, 409]).toContain(response.status)
    }),
    { numRuns: 200 },
  )
})

test('deeply nested JSON is refused, not followed', async () => {
  const body = `${'['.repeat(120_000)}${']'.repeat(120_000)}`
  for (const [name, path] of [
    ['organizer', '/tasks'],
    ['agents', '/mcp'],
  ] as const) {
    const response = await world.call(name, path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(400)
  }
})

test.each(['application/json', 'application/x-www-form-urlencoded'])(
  'ten megabytes of %s are refused, and the next request is served',
  async (type) => {
    const body = Buffer.alloc(10 * 1024 * 1024, 0x20)
    const init = { method: 'POST', body, headers: { 'content-type': type } }
    expect((await world.call('organizer', '/tasks', init)).status).toBe(413)
    expect((await world.call('organizer', '/tasks')).status).toBe(200)
  },
)

test('ten megabytes without a token are refused as any request without a token', async () => {
  const body = Buffer.alloc(10 * 1024 * 1024, 0x20)
  const response = await world.get('/apis/organizer/tasks', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  expect(response.status).toBe(401)
  expect((await world.call('organizer', '/tasks')).status).toBe(200)
})

test('a connection that breaks off in the middle of a body hurts nobody', async () => {
  const port = Number(new URL(world.origin).port)
  const socket = connect(port, '127.0.0.1')
  const head = [
    'POST /apis/organizer/tasks HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    'Content-Length: 100',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n{"title":`)
  socket.once('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  socket.destroy()
  expect((await world.call('organizer', '/tasks')).status).toBe(200)
})

test('two Authorization headers are one too many', async () => {
  const port = Number(new URL(world.origin).port)
  const socket = connect(port, '127.0.0.1')
  const head = [
    'GET /apis/organizer/tasks HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${token}`,
    `Authorization: Bearer ${token}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n`)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('the Authorization header has more than one token in it')
})
