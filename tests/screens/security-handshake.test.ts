/** Who gets a socket to the program, asked by whoever can write any header. */
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { type Program, startProgram } from '../support/program.ts'
import { type Asked, shakeHands } from './support/handshake.ts'

let program: Program
let port: number
let token: string

beforeAll(async () => {
  program = await startProgram()
  port = Number(new URL(program.screens).port)
  token = program.ready.token
})
afterAll(async () => {
  await program[Symbol.asyncDispose]()
})

/** All as it should be, but for what is given. */
function ask(headers: Asked['headers'] = {}, more: Omit<Asked, 'headers'> = {}) {
  const right = {
    host: `localhost:${port}`,
    origin: program.screens,
    'sec-websocket-protocol': `valetkey.v1, token.${token}`,
  }
  return shakeHands(port, { ...more, headers: { ...right, ...headers } })
}

describe('the screens’ own page', () => {
  test('gets a socket under each name of the loopback, and the token is not sent back', async () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      const { status, text } = await ask({ host: `${name}:${port}`, origin: `http://${name}:${port}` })
      expect([name, status]).toEqual([name, 101])
      expect(text.toLowerCase()).toContain('sec-websocket-protocol: valetkey.v1\r\n')
      expect(text).not.toContain(token)
    }
  })
})

describe('a page from elsewhere', () => {
  const origins: readonly (readonly [string, (screens: string) => string | readonly string[] | undefined])[] = [
    ['another name', () => 'http://evil.test'],
    ['another port of this machine', () => 'http://localhost:1'],
    ['the issuer', () => program.issuer],
    ['a name that begins like ours', (screens) => `${screens}.evil.test`],
    ['a name that ends like ours', (screens) => screens.replace('//', '//evil.')],
    ['a path behind ours', (screens) => `${screens}/`],
    ['another scheme', (screens) => screens.replace('http:', 'https:')],
    ['letters that only look the same', (screens) => screens.replace('localhost', 'LOCALHOST')],
    ['a sandboxed frame', () => 'null'],
    ['two origins at once', (screens) => `${screens} http://evil.test`],
    ['a second header', (screens) => [screens, 'http://evil.test']],
    ['nothing', () => ''],
    ['no header', () => undefined],
  ]

  test.each(origins)('that says it is %s gets none, with the right token', async (_what, origin) => {
    const { status, text } = await ask({ origin: origin(program.screens) })
    expect(status).toBe(403)
    expect(text).not.toContain(token)
    expect(text.toLowerCase()).not.toContain('access-control-')
  })

  test.each(['evil.test', 'evil.test:80', 'localhost', 'localhost:1', '127.0.0.1.evil.test', ''])(
    'whose name was made to lead here, so that Host is %j, gets none',
    async (host) => {
      expect((await ask({ host, origin: `http://${host}` })).status).toBe(421)
      expect((await ask({ host })).status).toBe(421)
    },
  )

  test('is refused by the address that it asks for as well', async () => {
    expect((await ask({}, { path: 'http://evil.test/socket' })).status).toBe(421)
    expect((await ask({ host: [`localhost:${port}`, 'evil.test'] })).status).toBe(400)
  })
})

describe('without the token', () => {
  test('nobody gets one, whatever is sent instead, and all refusals read alike', async () => {
    const offers = [
      'valetkey.v1',
      'valetkey.v1, token.',
      `valetkey.v1, token.${token.slice(0, -1)}`,
      `valetkey.v1, token.${token}x`,
      `valetkey.v1, token.${token.toUpperCase()}`,
      `valetkey.v1, ${token}`,
      `valetkey.v1, token.wrong, token.${token}`,
      undefined,
    ]
    const answers = await Promise.all(offers.map((offer) => ask({ 'sec-websocket-protocol': offer })))
    expect([...new Set(answers.map(({ text }) => text))]).toEqual([expect.stringMatching(/^HTTP\/1\.1 401 /)])
  })

  test('it does not count in the address, in a cookie, or where the management API has it', async () => {
    const elsewhere = { authorization: `Bearer ${token}`, cookie: `token=${token}` }
    const { status } = await ask(
      { 'sec-websocket-protocol': 'valetkey.v1', ...elsewhere },
      { path: `/socket?token=${token}` },
    )
    expect(status).toBe(401)
  })
})

describe('an address', () => {
  test.each(['/', '/api/v1', '/api/v1/events', '/callback', '/socket/', '/socketx', '/SOCKET', '/traffic'])(
    '%s has no socket',
    async (path) => {
      expect((await ask({}, { path })).status).toBe(404)
    },
  )

  test('of the socket says what it speaks to whoever speaks something else', async () => {
    const plain = await fetch(`${program.screens}/socket`)
    expect([plain.status, plain.headers.get('upgrade')]).toEqual([426, 'websocket'])
    expect((await ask({ 'sec-websocket-protocol': `token.${token}` })).status).toBe(400)
    expect((await ask({}, { method: 'POST' })).status).toBe(405)
    expect((await ask({ 'sec-websocket-version': '7' })).status).toBe(400)
  })

  test('answers a client that offers HTTP/2 as if it did not', async () => {
    const headers = { upgrade: 'h2c', authorization: `Bearer ${token}` }
    const { status, text } = await ask(headers, { path: '/api/v1/settings' })
    expect([status, text]).toEqual([200, expect.stringContaining('lifetimes')])
  })

  test('of the issuer never becomes a socket', async () => {
    const issuerPort = Number(new URL(program.issuer).port)
    const headers = {
      host: `localhost:${issuerPort}`,
      origin: program.issuer,
      'sec-websocket-protocol': `valetkey.v1, token.${token}`,
    }
    const { status } = await shakeHands(issuerPort, { path: '/jwks', headers })
    expect(status).toBe(200)
  })
})

test('without screens there is no socket', async () => {
  await using bare = await startProgram('--no-ui')
  const { host, port: other } = new URL(bare.screens)
  const headers = { host, origin: bare.screens, 'sec-websocket-protocol': `valetkey.v1, token.${bare.ready.token}` }
  expect((await shakeHands(Number(other), { headers })).status).toBe(404)
})

test('the program ends while a socket is open, and says goodbye', async () => {
  await using other = await startProgram()
  const { screens: origin, ready } = other
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, ['valetkey.v1', `token.${ready.token}`], {
    headers: { origin },
  })
  const closed = once(socket, 'close')
  await once(socket, 'open')
  const { code } = await other.kill('SIGTERM')
  expect([code, ((await closed) as [number])[0]]).toEqual([0, 1001])
})
