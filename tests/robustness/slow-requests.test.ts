import { createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { listenOnLoopback, TIMEOUTS } from '../../electron/core/listener/loopback-server.ts'
import { expectAlive } from './support/property.ts'
import { dial, parseAnswers, readToEnd, readUntil } from './support/raw-http.ts'
import { openInteraction, startWorld, type World } from './support/world.ts'

let world: World
let port: number
let interaction: { path: string; cookie: string }

beforeAll(async () => {
  world = await startWorld()
  port = Number(world.host.split(':')[1])
  interaction = await openInteraction(world.send, { client_id: 'all-basic' })
})
afterEach(() => expectAlive(world))
afterAll(() => world[Symbol.asyncDispose]())

const FORM = 'Content-Type: application/x-www-form-urlencoded'
const PATHS = [
  '/token',
  '/authorize',
  '/par',
  '/introspect',
  '/approvals',
  '/device',
  '/userinfo',
  '/register',
  '/apis/organizer/contacts',
  '/apis/agents/mcp',
  'the sign-in page',
]

function head(path: string, framing: string): string {
  const type = /register|apis/.test(path) ? 'Content-Type: application/json' : FORM
  const target = path.startsWith('/') ? path : interaction.path
  return `POST ${target} HTTP/1.1\r\nHost: ${world.host}\r\nCookie: ${interaction.cookie}\r\nAuthorization: Bearer ${world.tokens.jwt}\r\n${type}\r\n${framing}\r\n\r\n`
}

describe('a body that dribbles in', () => {
  it('keeps nobody else waiting, and is answered when it is whole', async () => {
    const dribbling = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const socket = await dial({ port })
        socket.write(head('/token', 'Content-Length: 29').replace(/Authorization: .*\r\n/, ''))
        socket.write('grant_type=')
        return socket
      }),
    )
    await expectAlive(world)
    const answers = dribbling.map((socket) => readUntil(socket, '}'))
    for (const socket of dribbling) for (const letter of 'client_credentials') socket.write(letter)
    expect(new Set((await Promise.all(answers)).map((answer) => answer.slice(9, 12)))).toEqual(new Set(['400']))
    for (const socket of dribbling) socket.destroy()
  })

  it('has half a minute, and the headers ten seconds', () => {
    expect(TIMEOUTS).toEqual({ headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 })
  })

  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    ['a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\na'],
  ])('is answered with 408 when the time is over: %s', async (_name, text) => {
    const timeouts = { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 10 }
    const server = await listenOnLoopback({ port: 0, flag: '--port', timeouts, handler: () => undefined })
    const socket = await dial({ port: server.port })
    const answered = readToEnd(socket)
    socket.write(text)
    expect(parseAnswers(await answered)).toMatchObject([{ status: 408 }])
    await server.close()
  })
})

describe('a connection that drops', () => {
  /** Sends part of a request and is gone; a request after it shows that the program has seen the end of it. */
  async function drop(text: string, how: (socket: Socket) => void): Promise<void> {
    const socket = await dial({ port })
    await new Promise<void>((resolve) => socket.write(text, () => resolve()))
    how(socket)
  }

  const WAYS = [
    (socket: Socket) => void socket.resetAndDestroy(),
    (socket: Socket) => void socket.destroy(),
    (socket: Socket) => void socket.end(),
  ]

  it.each(PATHS)('in the headers of a request to %s leaves no trace', async (path) => {
    const text = head(path, 'Content-Length: 100')
    for (const length of [1, 20, text.length - 2, text.length])
      for (const way of WAYS) await drop(text.slice(0, length), way)
    await expectAlive(world)
  })

  it.each(PATHS)('in the body of a request to %s leaves no trace', async (path) => {
    for (const way of WAYS) {
      await drop(`${head(path, 'Content-Length: 100')}grant_type=x`, way)
      await drop(`${head(path, 'Transfer-Encoding: chunked')}5\r\nabcde\r\n`, way)
      await drop(`${head(path, 'Transfer-Encoding: chunked')}ff\r\nabc`, way)
    }
    await expectAlive(world)
  })

  it.each([
    '/.well-known/openid-configuration',
    '/jwks',
    '/approvals',
    '/apis',
    '/apis/organizer/contacts',
    '/nowhere',
  ])('before the answer of %s has been read leaves no trace', async (path) => {
    for (const way of WAYS)
      await drop(
        `GET ${path} HTTP/1.1\r\nHost: ${world.host}\r\nAuthorization: Bearer ${world.tokens.jwt}\r\n\r\n`.repeat(30),
        way,
      )
    await expectAlive(world)
  })
})

it('a server that hangs up on the issuer while it fetches keys is a protocol error', async () => {
  const hostile = createServer((socket) => void socket.destroy())
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve))
  const address = hostile.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const metadata = {
    redirect_uris: [],
    grant_types: ['client_credentials'],
    response_types: [],
    token_endpoint_auth_method: 'private_key_jwt',
    jwks_uri: `http://127.0.0.1:${address.port}/jwks`,
  }
  const register = `POST /register HTTP/1.1\r\nHost: ${world.host}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${JSON.stringify(metadata).length}\r\n\r\n${JSON.stringify(metadata)}`
  const socket = await dial({ port })
  const answered = readToEnd(socket)
  socket.write(register)
  const client_id = String(
    (JSON.parse(parseAnswers(await answered)[0]?.body.toString() ?? '{}') as { client_id?: string }).client_id,
  )
  const assertion =
    'eyJhbGciOiJFUzI1NiJ9.' +
    Buffer.from(
      JSON.stringify({ iss: client_id, sub: client_id, aud: world.program.issuer, jti: 'x', exp: 4_000_000_000 }),
    ).toString('base64url') +
    '.AAAA'
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id,
    client_assertion: assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
  const response = await fetch(`${world.program.issuer}/token`, { method: 'POST', body: form })
  expect(response.status).toBeLessThan(500)
  hostile.close()
})
