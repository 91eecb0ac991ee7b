import { once } from 'node:events'
import { connect } from 'node:net'

import { describe, expect, it } from 'vitest'

import { freePort } from '../support/free-port.ts'
import { lastExchange, recorded, sendRaw, startCore, until } from './support.ts'

describe('a request that failed is recorded too:', () => {
  it('an address where nothing is', async () => {
    const core = await startCore()
    await fetch(`${core.issuer}/nowhere?a=1`)
    const exchange = await lastExchange(core.recorder)
    expect(exchange).toMatchObject({
      endpoint: 'unknown',
      status: 404,
      url: `${core.issuer}/nowhere?a=1`,
      error: { code: 'not_found' },
    })
    expect(exchange.signIn).toBeUndefined()
  })

  it('a Host that is not ours', async () => {
    const core = await startCore()
    await sendRaw(core.issuer, 'GET /authorize?x=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    const exchange = await lastExchange(core.recorder)
    expect(exchange).toMatchObject({ status: 421, error: { code: 'http_421' } })
    expect(exchange.request.headers).toContainEqual(['Host', 'evil.example'])
  })

  it('a body that never ended', async () => {
    const core = await startCore()
    const head = `POST /token HTTP/1.1\r\nHost: ${new URL(core.issuer).host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n`
    await sendRaw(core.issuer, `${head}grant_type=client`, { hangUp: true })
    const [exchange] = await until(
      () => recorded(core.recorder, { endpoint: 'token' }),
      (found) => found.length > 0,
    )
    const whole = await core.recorder.get(exchange?.id ?? 0)
    expect(whole).toMatchObject({
      method: 'POST',
      response: 'aborted',
      request: { body: { text: 'grant_type=client', size: 17 } },
    })
    expect(whole?.status).toBeUndefined()
    expect(whole?.duration).toBeUndefined()
    expect(whole?.error).toBeDefined()
    expect(await recorded(core.recorder)).toHaveLength(1)
  })

  it('a body whose pieces are no HTTP, as one exchange', async () => {
    const core = await startCore()
    const type = 'application/x-www-form-urlencoded'
    const head = `POST /token HTTP/1.1\r\nHost: ${new URL(core.issuer).host}\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`
    const answer = await sendRaw(core.issuer, `${head}5\r\ngrant\r\nzz\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    const found = await until(
      () => recorded(core.recorder),
      ({ length }) => length > 0,
    )
    expect(found).toMatchObject([
      {
        method: 'POST',
        url: `${core.issuer}/token`,
        status: 400,
        error: { code: 'broken_request', reason: expect.stringContaining('chunk') },
      },
    ])
    expect((await lastExchange(core.recorder)).request.body.text).toBe('grant')
  })

  it('bytes that are no HTTP', async () => {
    const core = await startCore()
    await sendRaw(core.issuer, '\x16\x03\x01 this is TLS\r\n\r\n')
    const exchange = await lastExchange(core.recorder)
    expect(exchange).toMatchObject({
      method: '',
      url: '',
      status: 400,
      error: { code: 'broken_request', reason: expect.stringContaining('Parse Error') },
    })
    expect(exchange.request.body.text).toBe('\x16\x03\x01 this is TLS\r\n\r\n')
  })

  it('a header that is too large, by the address that it was meant for', async () => {
    const core = await startCore()
    const { host } = new URL(core.issuer)
    const answer = await sendRaw(
      core.issuer,
      `GET /userinfo?x=1 HTTP/1.1\r\nHost: ${host}\r\nCookie: ${'c'.repeat(40_000)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 431 /)
    expect(await lastExchange(core.recorder)).toMatchObject({
      method: 'GET',
      endpoint: 'userinfo',
      url: `http://${host}/userinfo?x=1`,
      status: 431,
    })
  })

  it('a client that went away and said nothing leaves no trace', async () => {
    const core = await startCore()
    const socket = connect(Number(new URL(core.issuer).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.resetAndDestroy()
    await once(socket, 'close')
    await fetch(`${core.issuer}/jwks`)
    expect(await recorded(core.recorder)).toMatchObject([{ endpoint: 'jwks', status: 200 }])
  })

  it('a request of an API without a token, which belongs to no sign-in', async () => {
    const core = await startCore()
    await fetch(`${core.issuer}/apis/organizer/contacts`)
    const exchange = await lastExchange(core.recorder)
    expect(exchange).toMatchObject({ endpoint: 'api', status: 401 })
    expect(exchange.error).toBeDefined()
    expect(exchange.signIn).toBeUndefined()
  })
})

describe("the screens' port", () => {
  it("records the playground's callback and nothing else", async () => {
    const core = await startCore()
    const screens = new URL(core.api).origin
    for (const path of ['/', '/api/v1/clients', '/callbacks', '/callback?code=abc&state=def', '/callback/x'])
      await fetch(screens + path)
    const found = await recorded(core.recorder)
    expect(found).toMatchObject([
      { endpoint: 'callback', url: `${screens}/callback?code=abc&state=def`, direction: 'in' },
    ])
    expect(found).toHaveLength(1)
  })

  it('is not what an address of the same name at the issuer is', async () => {
    const core = await startCore()
    await fetch(`${core.issuer}/callback?code=abc`)
    expect(await lastExchange(core.recorder)).toMatchObject({ endpoint: 'unknown', status: 404 })
  })
})

describe('an issuer below a path', () => {
  it('knows its endpoints whether or not the proxy took the path away', async () => {
    const port = await freePort()
    const core = await startCore({ port, issuer: 'https://id.example/tenant' })
    for (const path of ['/tenant/jwks', '/jwks', '/.well-known/openid-configuration/tenant'])
      await fetch(`http://127.0.0.1:${port}${path}`)
    expect(await recorded(core.recorder)).toMatchObject([
      { endpoint: 'jwks', status: 200, url: 'https://id.example/tenant/jwks' },
      { endpoint: 'jwks', status: 200 },
      { endpoint: 'discovery', status: 200 },
    ])
  })
})
