import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { get, post, toBytes } from './support/draft.ts'
import { expectAlive } from './support/property.ts'
import { type Answer, converse, dial, exchange, parseAnswers, readToEnd } from './support/raw-http.ts'
import { openInteraction, startWorld, type World } from './support/world.ts'

const TEN_MEGABYTES = 10 * 1024 * 1024
const FORM = 'application/x-www-form-urlencoded'

let world: World
let interaction: { path: string; cookie: string }

beforeAll(async () => {
  world = await startWorld()
  interaction = await openInteraction(world.send, { client_id: 'all-basic' })
})
afterEach(() => expectAlive(world))
afterAll(() => world[Symbol.asyncDispose]())

interface Taker {
  readonly path: string
  readonly type: string
  readonly headers?: () => string
}

const TAKERS: readonly Taker[] = [
  ...[
    '/token',
    '/authorize',
    '/introspect',
    '/revoke',
    '/par',
    '/device_authorization',
    '/device',
    '/backchannel',
    '/logout',
    '/logout/confirm',
    '/userinfo',
    '/approvals',
    '/nowhere',
  ].map((path) => ({ path, type: FORM })),
  { path: '/register', type: 'application/json' },
  {
    path: '/apis/organizer/contacts',
    type: 'application/json',
    headers: () => `Authorization: Bearer ${world.tokens.jwt}\r\n`,
  },
  {
    path: '/apis/agents/mcp',
    type: 'application/json',
    headers: () => `Authorization: Bearer ${world.tokens.jwt}\r\n`,
  },
  { path: 'the sign-in page', type: FORM, headers: () => `Cookie: ${interaction.cookie}\r\n` },
]

function head({ path, type, headers }: Taker, framing: string): Buffer {
  const target = path.startsWith('/') ? path : interaction.path
  const lines = [
    `POST ${target} HTTP/1.1`,
    `Host: ${world.host}`,
    'Connection: close',
    `Content-Type: ${type}`,
    framing,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n${headers?.() ?? ''}\r\n`)
}

function send(bytes: Uint8Array, method = 'POST'): Promise<Answer> {
  return exchange({ port: Number(world.host.split(':')[1]) }, bytes, method)
}

describe('10 MB where a form or a document is due', () => {
  it.each(TAKERS)('are refused by $path when their length is said', async (taker) => {
    const body = Buffer.alloc(TEN_MEGABYTES, 'a')
    const answer = await send(Buffer.concat([head(taker, `Content-Length: ${TEN_MEGABYTES}`), body]))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it.each(TAKERS)('are refused by $path when they come in chunks', async (taker) => {
    const chunk = Buffer.from(`10000\r\n${'b'.repeat(0x10000)}\r\n`)
    const chunks = Array.from({ length: TEN_MEGABYTES / 0x10000 }, () => chunk)
    const answer = await send(
      Buffer.concat([head(taker, 'Transfer-Encoding: chunked'), ...chunks, Buffer.from('0\r\n\r\n')]),
    )
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it.each(TAKERS)('are refused by $path before a byte of them has come', async (taker) => {
    const answer = await send(head(taker, `Content-Length: ${TEN_MEGABYTES}`))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it('are answered by the screens without being read', async () => {
    const bytes = Buffer.from(
      `POST / HTTP/1.1\r\nHost: ${new URL(world.program.screens).host}\r\nConnection: close\r\nContent-Length: ${TEN_MEGABYTES}\r\n\r\n`,
    )
    const answer = await exchange(
      { port: Number(new URL(world.program.screens).port) },
      Buffer.concat([bytes, Buffer.alloc(TEN_MEGABYTES)]),
      'POST',
    )
    expect(answer.status).toBeLessThan(500)
  })
})

describe('a request line and headers beyond 16 kB', () => {
  const long = 'x'.repeat(20_000)
  it.each([
    ['a long address', `GET /authorize?state=${long} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['a long header', `GET /jwks HTTP/1.1\r\nHost: localhost\r\nX-Long: ${long}\r\n\r\n`],
    ['a long cookie', `GET /authorize HTTP/1.1\r\nHost: localhost\r\nCookie: a=${long}\r\n\r\n`],
    ['a long bearer token', `GET /userinfo HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${long}\r\n\r\n`],
    [
      'many headers',
      `GET /jwks HTTP/1.1\r\nHost: localhost\r\n${Array.from({ length: 3000 }, (_, index) => `X-${index}: ${index}\r\n`).join('')}\r\n`,
    ],
    ['a header without an end', `GET /jwks HTTP/1.1\r\nHost: localhost\r\nX: ${long}`],
  ])('is answered with 431: %s', async (_name, text) => {
    expect(await send(Buffer.from(text))).toMatchObject({ status: 431 })
  })

  it('is fine below that', async () => {
    const answer = await send(
      toBytes(
        get('/authorize', { client_id: 'all-skip', state: 'x'.repeat(12_000) }, { cookie: world.session }),
        world.host,
      ),
    )
    expect(answer.status).toBeLessThan(400)
  })
})

describe('a hundred thousand parameters', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `p${index}=`).join('&')

  it.each(['/token', '/authorize', '/par', '/device', '/approvals', '/userinfo'])('are refused by %s', async (path) => {
    const answer = await world.send({
      ...post(path, {}),
      body: { kind: 'bytes', bytes: Buffer.from(many) },
      headers: [['content-type', FORM]],
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it('of one name are refused as such, as far as they fit', async () => {
    const bytes = Buffer.from('grant_type=client_credentials&'.repeat(1800))
    const answer = await world.send({
      ...post('/token', {}),
      body: { kind: 'bytes', bytes },
      headers: [['content-type', FORM]],
    })
    expect(answer.status).toBe(400)
  })
})

it('a client that never reads its answers does not stop anybody else', async () => {
  const port = Number(world.host.split(':')[1])
  const deaf = await dial({ port })
  deaf.pause()
  deaf.write(`GET /.well-known/openid-configuration HTTP/1.1\r\nHost: ${world.host}\r\n\r\n`.repeat(2000))
  await expectAlive(world)
  deaf.destroy()
})

it('a thousand connections at once are all answered', async () => {
  const port = Number(world.host.split(':')[1])
  const request = Buffer.from(`GET /jwks HTTP/1.1\r\nHost: ${world.host}\r\nConnection: close\r\n\r\n`)
  const sockets = await Promise.all(Array.from({ length: 1000 }, () => dial({ port })))
  const answers = sockets.map((socket) => readToEnd(socket))
  for (const socket of sockets) socket.write(request)
  const statuses = (await Promise.all(answers)).map((bytes) => parseAnswers(bytes)[0]?.status)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect((await converse({ port }, request)).length).toBeGreaterThan(0)
})
