import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { expectAlive } from './support/property.ts'
import { converse, exchange, parseAnswers } from './support/raw-http.ts'
import { startWorld, type World } from './support/world.ts'

let world: World
let ports: Readonly<Record<'issuer' | 'screens', number>>

beforeAll(async () => {
  world = await startWorld()
  ports = { issuer: Number(world.host.split(':')[1]), screens: Number(new URL(world.program.screens).port) }
})
afterEach(() => expectAlive(world))
afterAll(() => world[Symbol.asyncDispose]())

type Door = keyof typeof ports
const DOORS = ['issuer', 'screens'] as const

function request(door: Door, head: string, body = ''): Promise<Buffer> {
  const lines = head.replaceAll('HOST', `localhost:${ports[door]}`).split('\n')
  return converse({ port: ports[door] }, Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1'))
}

async function statuses(door: Door, head: string, body = ''): Promise<number[]> {
  return parseAnswers(await request(door, head, body)).map(({ status }) => status)
}

describe.each(DOORS)('Host at the %s', (door) => {
  const path = '/.well-known/openid-configuration'

  it.each(['localhost', 'LocalHost', '127.0.0.1', '[::1]'])('%s is answered', async (name) => {
    expect(await statuses(door, `GET ${path} HTTP/1.1\nHost: ${name}:${ports[door]}\nConnection: close`)).toEqual([200])
  })

  it.each([
    'evil.example',
    'localhost',
    'localhost:1',
    'localhost.:PORT',
    '127.0.0.2:PORT',
    '0.0.0.0:PORT',
    '[::]:PORT',
    'localhost:PORT.evil.example',
    'localhost:PORT@evil.example',
    'a@localhost:PORT',
    'localhost:0PORT',
    'http://localhost:PORT',
    '',
    '127.1:PORT',
    '2130706433:PORT',
    'localhost:PORT, evil.example',
  ])('%s is refused with 421 and the names that are allowed', async (name) => {
    const host = name.replace('PORT', String(ports[door]))
    const bytes = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    const { status, body } = await exchange({ port: ports[door] }, bytes)
    expect(status).toBe(421)
    for (const allowed of ['localhost', '127.0.0.1', '[::1]'])
      expect(body.toString()).toContain(`  ${allowed}:${ports[door]}\n`)
  })

  it('is demanded', async () => {
    expect(await statuses(door, `GET ${path} HTTP/1.1\nConnection: close`)).toEqual([400])
    expect(await statuses(door, `GET ${path} HTTP/1.1\nHost: HOST\nHost: evil.example\nConnection: close`)).toEqual([
      400,
    ])
  })

  it('is demanded of HTTP/1.0 too, which is answered and closed', async () => {
    expect(await statuses(door, `GET ${path} HTTP/1.0`)).toEqual([421])
    expect(await statuses(door, `GET ${path} HTTP/1.0\nHost: HOST`)).toEqual([200])
  })

  it('of a forwarded request counts for nothing', async () => {
    const forwarded = 'X-Forwarded-Host: evil.example\nForwarded: host=evil.example\nX-Forwarded-Proto: https'
    const [answer] = parseAnswers(
      await request(door, `GET ${path} HTTP/1.1\nHost: HOST\n${forwarded}\nConnection: close`),
    )
    expect(answer?.status).toBe(200)
    expect(answer?.body.toString()).not.toContain('evil.example')
  })
})

describe.each(DOORS)('the first line at the %s', (door) => {
  it('may hold a whole address of ours', async () => {
    expect(await statuses(door, `GET http://HOST/jwks HTTP/1.1\nHost: HOST\nConnection: close`)).toEqual([200])
    expect(await statuses(door, `GET http://HOST HTTP/1.1\nHost: HOST\nConnection: close`)).toEqual([200])
  })

  it('with another host is refused, whatever Host says', async () => {
    expect(await statuses(door, `GET http://evil.example/jwks HTTP/1.1\nHost: HOST\nConnection: close`)).toEqual([421])
    expect(await statuses(door, `GET http://HOST/jwks HTTP/1.1\nHost: evil.example\nConnection: close`)).toEqual([200])
  })

  it.each(['*', '/#', '/jwks#x', 'ftp://HOST/', 'http://', 'HOST', '#', '?'])(
    'with %s as its target is refused',
    async (target) => {
      const [status, ...more] = await statuses(door, `OPTIONS ${target} HTTP/1.1\nHost: HOST\nConnection: close`)
      expect([status, more]).toEqual([400, []])
    },
  )

  it.each(['CONNECT HOST', 'CONNECT evil.example:443', 'CONNECT /jwks'])('%s opens no tunnel', async (line) => {
    const bytes = await request(door, `${line} HTTP/1.1\nHost: HOST`)
    expect(parseAnswers(bytes).every(({ status }) => status >= 400 && status < 500)).toBe(true)
  })

  it.each([
    ['a method that is none', 'JUMP / HTTP/1.1\nHost: HOST'],
    ['a version that is none', 'GET / HTTP/9.9\nHost: HOST'],
    ['HTTP/2 without an upgrade', 'PRI * HTTP/2.0'],
    ['a null byte in the address', 'GET /a\0b HTTP/1.1\nHost: HOST'],
    ['a null byte in a header', 'GET / HTTP/1.1\nHost: HOST\nX: a\0b'],
    ['a space before a colon', 'GET / HTTP/1.1\nHost: HOST\nX : a'],
    ['a folded header', 'GET / HTTP/1.1\nHost: HOST\nX: a\n b'],
    ['a header without a name', 'GET / HTTP/1.1\nHost: HOST\n: a'],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['nothing but ends of lines', '\n\n\n\n'.repeat(200)],
  ])('%s is refused or hung up on', async (_name, head) => {
    const answers = parseAnswers(await request(door, `${head}\nConnection: close`))
    expect(answers.length).toBeLessThanOrEqual(1)
    for (const { status } of answers) expect([400, 404, 405, 421]).toContain(status)
  })
})

describe('a body in two lengths', () => {
  const smuggled = 'GET /jwks HTTP/1.1\r\nHost: HOST\r\n\r\n'

  it.each([
    ['both framings', 'Content-Length: 5\nTransfer-Encoding: chunked', '0\r\n\r\nGET /'],
    [
      'both framings, the other way round',
      'Transfer-Encoding: chunked\nContent-Length: 4',
      `1c\r\n${smuggled}\r\n0\r\n\r\n`,
    ],
    ['two lengths', 'Content-Length: 5\nContent-Length: 6', 'aaaaaa'],
    ['a list of lengths', 'Content-Length: 5, 5', 'aaaaa'],
    ['a signed length', 'Content-Length: +5', 'aaaaa'],
    ['a negative length', 'Content-Length: -5', 'aaaaa'],
    ['a length in hexadecimal', 'Content-Length: 0x5', 'aaaaa'],
    ['a length beyond all numbers', 'Content-Length: 99999999999999999999999', 'aaaaa'],
    ['chunked twice', 'Transfer-Encoding: chunked\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['chunked not last', 'Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
    ['chunked misspelt', 'Transfer-Encoding: xchunked', '0\r\n\r\n'],
    ['chunked after a tab', 'Transfer-Encoding:\x0bchunked', '0\r\n\r\n'],
    ['a chunk that is no number', 'Transfer-Encoding: chunked', 'zz\r\n\r\n'],
    ['a chunk longer than it says', 'Transfer-Encoding: chunked', '1\r\nabc\r\n0\r\n\r\n'],
    ['a chunk with a long extension', 'Transfer-Encoding: chunked', `1;${'x'.repeat(20_000)}\r\na\r\n0\r\n\r\n`],
  ])('is refused, and nothing behind it is answered: %s', async (_name, framing, body) => {
    const answers = parseAnswers(
      await request(
        'issuer',
        `POST /token HTTP/1.1\nHost: HOST\nContent-Type: application/x-www-form-urlencoded\n${framing}`,
        body,
      ),
    )
    expect(answers).toHaveLength(1)
    expect([400, 413]).toContain(answers[0]?.status)
  })
})

describe('what HTTP allows and few use', () => {
  it('requests sent in one go are answered in their order', async () => {
    const one = 'GET /jwks HTTP/1.1\nHost: HOST\n\n'
    const answers = parseAnswers(
      await request(
        'issuer',
        `${one}GET /nowhere HTTP/1.1\nHost: HOST\n\n${one.repeat(20)}GET /approvals HTTP/1.1\nHost: HOST\nConnection: close`,
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 404, ...Array<number>(20).fill(200), 200])
  })

  it('a request after one whose body was too large is answered too', async () => {
    const large = `POST /token HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n${`10000\r\n${'a'.repeat(0x10000)}\r\n`.repeat(20)}0\r\n\r\n`
    const answers = parseAnswers(
      await request(
        'issuer',
        large.replaceAll('\r\n', '\n').concat('GET /jwks HTTP/1.1\nHost: HOST\nConnection: close'),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([400, 200])
  })

  it('Expect: 100-continue is continued, any other expectation refused', async () => {
    const head =
      'POST /token HTTP/1.1\nHost: HOST\nConnection: close\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 12'
    expect(await statuses('issuer', `${head}\nExpect: 100-continue`, 'grant_type=x')).toEqual([100, 400])
    expect(await statuses('issuer', `${head}\nExpect: miracles`, 'grant_type=x')).toEqual([417])
  })

  it.each(DOORS)('an upgrade that is not offered is answered as if nobody had asked: %s', async (door) => {
    const upgrades = ['websocket', 'h2c', 'TLS/1.0']
    for (const upgrade of upgrades) {
      const [status] = await statuses(
        door,
        `GET /jwks HTTP/1.1\nHost: HOST\nConnection: Upgrade, close\nUpgrade: ${upgrade}\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\nSec-WebSocket-Version: 13`,
      )
      // The screens' port has a socket, at another address; whoever asks for one here is told so.
      expect([upgrade, status]).toEqual([upgrade, door === 'screens' && upgrade === 'websocket' ? 404 : 200])
    }
  })

  it('HEAD brings the headers of GET and nothing else', async () => {
    const bytes = await request(
      'issuer',
      'HEAD /.well-known/openid-configuration HTTP/1.1\nHost: HOST\nConnection: close',
    )
    const [answer] = parseAnswers(bytes, 'HEAD')
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': ['application/json; charset=utf-8'] } })
    expect(bytes.toString('latin1').split('\r\n\r\n')[1]).toBe('')
  })
})
