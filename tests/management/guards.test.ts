import { describe, expect, it } from 'vitest'

import { rawRequest, useManagement } from './support.ts'

const management = useManagement()

const ADDRESSES = ['/clients', '/clients/calendar-app', '/config', '/events', '/exchanges.har', '/nothing-here']

describe('the token', () => {
  it('is needed everywhere, and a refusal looks the same whatever was sent', async () => {
    const right = management.issuer.program.ready.token
    const tokens = [null, '', 'x', right.slice(0, -1), `${right}x`, right.toUpperCase()]
    const replies = await Promise.all(
      ADDRESSES.flatMap((path) => tokens.map((token) => management.call('GET', path, { token }))),
    )
    const shapes = new Set(
      replies.map(({ status, text, headers }) => [status, text, headers.get('www-authenticate')].join('\n')),
    )
    expect([...shapes]).toEqual([expect.stringMatching(/^401\n.*\nBearer realm=/s)])
  })

  it('is not needed for the description', async () => {
    for (const path of ['/openapi.json', '/docs']) {
      expect((await management.call('GET', path, { token: null })).status).toBe(200)
    }
  })

  it('is never told, neither in an answer nor in what the program prints', async () => {
    const { token } = management.issuer.program.ready
    const replies = await Promise.all(ADDRESSES.slice(0, 3).map((path) => management.get(path)))
    expect(replies.some(({ text }) => text.includes(token))).toBe(false)
    const afterReady = management.issuer.program.output().split('\n').slice(1).join('\n')
    expect(afterReady).not.toContain(token)
  })
})

describe('a page from elsewhere', () => {
  it('is refused even with the token, for reading and for writing', async () => {
    for (const origin of [
      'http://evil.test',
      'null',
      management.issuer.url,
      `${management.issuer.program.screens}.evil.test`,
    ]) {
      const reply = await management.call('POST', '/reset', { headers: { origin } })
      expect([origin, reply.status]).toEqual([origin, 403])
      expect(reply.headers.get('access-control-allow-origin')).toBeNull()
    }
    const own = await management.call('GET', '/clients', { headers: { origin: management.issuer.program.screens } })
    expect(own.status).toBe(200)
  })

  it('cannot reach it under another name either', async () => {
    const { token } = management.issuer.program.ready
    const headers = { host: 'evil.test', authorization: `Bearer ${token}` }
    expect(await rawRequest(`${management.url}/clients`, headers)).toBe(421)
  })
})

describe('an address', () => {
  it('that leads nowhere lists those that lead somewhere', async () => {
    const reply = await management.get('/client')
    expect([reply.status, reply.json['detail']]).toEqual([404, expect.stringContaining('/api/v1/clients')])
  })

  it('says which methods it has', async () => {
    const reply = await management.call('DELETE', '/clients')
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD'])
  })

  it('answers HEAD like GET without the body', async () => {
    const [head, get] = await Promise.all([management.call('HEAD', '/settings'), management.get('/settings')])
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', get.headers.get('etag')])
  })

  it('is never cached', async () => {
    for (const path of ADDRESSES.slice(0, 3))
      expect((await management.get(path)).headers.get('cache-control')).toBe('no-store')
  })
})

describe('without screens', () => {
  const bare = useManagement({ flags: ['--no-ui'] })

  it('the management API is there all the same', async () => {
    expect((await bare.get('/clients')).status).toBe(200)
  })
})
