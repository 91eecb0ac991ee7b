import { describe, expect, it } from 'vitest'

import { signIn } from './browser.ts'
import { useIssuer } from './support.ts'

const REGISTERED = 'https://app.example.test'
const issuer = useIssuer({
  config: {
    clients: [{ client_id: 'hosted', token_endpoint_auth_method: 'none', redirect_uris: [`${REGISTERED}/callback`] }],
  },
})
const ALLOWED = ['http://localhost:5173', 'http://127.0.0.1:8080', 'http://[::1]:9000', REGISTERED]
const OTHERS = ['https://attacker.test', 'http://localhost.attacker.test', 'null']

function preflight(path: string, origin: string, method: string, headers = 'authorization,content-type,dpop') {
  return issuer.request(path, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
  })
}

describe('a page of another origin', () => {
  it.each([
    ['/.well-known/openid-configuration', 'GET'],
    ['/.well-known/oauth-authorization-server', 'GET'],
    ['/jwks', 'GET'],
    ['/userinfo', 'GET'],
    ['/token', 'POST'],
    ['/revoke', 'POST'],
    ['/register', 'POST'],
    ['/device_authorization', 'POST'],
    ['/par', 'POST'],
  ])(
    'may call %s by %s from this machine and from a registered address, and from nowhere else',
    async (path, method) => {
      for (const origin of ALLOWED) {
        const { status, headers } = await preflight(path, origin, method)
        expect(status).toBe(204)
        expect(headers.get('access-control-allow-origin')).toBe(origin)
        expect(headers.get('access-control-allow-methods')).toContain(method)
        expect(headers.get('access-control-allow-headers')).toContain('dpop')
      }
      for (const origin of OTHERS) {
        const { headers } = await preflight(path, origin, method)
        expect(headers.get('access-control-allow-origin')).toBeNull()
      }
    },
  )

  it('reads the answers, errors among them, and never by a star', async () => {
    const { access_token } = await signIn(await issuer.discover('my-todos'), {
      scope: 'openid',
      redirect_uri: 'http://localhost:5173/callback',
    })
    for (const origin of [...ALLOWED, ...OTHERS]) {
      const answers = await Promise.all([
        issuer.request('/.well-known/openid-configuration', { headers: { origin } }),
        issuer.request('/jwks', { headers: { origin } }),
        issuer.request('/userinfo', { headers: { origin, authorization: `Bearer ${access_token}` } }),
        issuer.request('/userinfo', { headers: { origin, authorization: 'Bearer nonsense' } }),
        issuer.post('/token', { grant_type: 'authorization_code', client_id: 'my-todos', code: 'x' }, { origin }),
        issuer.post('/token', {}, { origin }),
      ])
      for (const { headers } of answers) {
        expect(headers.get('access-control-allow-origin')).toBe(ALLOWED.includes(origin) ? origin : null)
        expect(headers.get('access-control-allow-credentials')).toBeNull()
        expect(headers.get('vary')?.toLowerCase()).toContain('origin')
      }
    }
  })

  it('may read the challenge and the nonce', async () => {
    const headers = { origin: 'http://localhost:5173', authorization: 'Bearer nonsense' }
    const answer = await issuer.request('/userinfo', { headers })
    expect(answer.headers.get('access-control-expose-headers')).toBe('WWW-Authenticate, DPoP-Nonce')
  })

  it('may neither call nor read what people look at', async () => {
    for (const path of ['/authorize', '/device', '/logout', '/approvals']) {
      const { headers } = await issuer.request(path, { headers: { origin: 'http://localhost:5173' } })
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('may manage the registration that it made', async () => {
    const { status, headers } = await preflight('/register/some-client', 'http://localhost:5173', 'DELETE')
    expect([status, headers.get('access-control-allow-methods')]).toEqual([204, 'GET, PUT, DELETE'])
  })
})
