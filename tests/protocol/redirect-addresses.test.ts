import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { responseOf, signIn, visit } from './browser.ts'
import { CALLBACK, claimsOf, useIssuer } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'pathless',
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1', 'http://localhost'],
        token_endpoint_auth_method: 'none',
      },
      {
        client_id: 'web-app',
        client_secret: 'secret',
        redirect_uris: ['http://127.0.0.1:8000/cb', 'http://[::1]:8000/cb'],
      },
      {
        client_id: 'anywhere',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        valetkey: { anyLoopbackRedirect: true },
      },
    ],
  },
})

/** Whether the browser was sent to the address, or stopped on a page of the issuer. */
async function reaches(client_id: string, redirect_uri: string, secret?: string): Promise<boolean> {
  const landed = await visit(await issuer.discover(client_id, secret), { scope: 'openid', redirect_uri })
  const reached = landed.url.searchParams.has('code')
  if (!reached) expect([landed.page.status, landed.url.origin]).toEqual([400, issuer.url])
  return reached
}

describe('a native client', () => {
  it.each([
    'http://127.0.0.1:49152/callback',
    'http://[::1]:61023/callback',
    'http://localhost:5001/callback',
    'http://127.0.0.1/callback',
  ])('listens on any port: %s', async (redirect_uri) => {
    const tokens = await signIn(await issuer.discover('text-app'), { scope: 'openid', redirect_uri })
    expect(tokens.claims()?.sub).toBe('alice')
  })

  it('is not answered on another path, another host, or with a query that it did not register', async () => {
    for (const uri of [
      'http://127.0.0.1:49152/other',
      'http://127.0.0.2:49152/callback',
      'http://localhost:5001/callback?x=1',
    ]) {
      expect(await reaches('text-app', uri)).toBe(false)
    }
  })

  it('may have addresses without a path', async () => {
    for (const redirect_uri of ['http://127.0.0.1:51000', 'http://127.0.0.1:51000/', 'http://localhost:51000']) {
      const landed = await visit(await issuer.discover('pathless'), { scope: 'openid', redirect_uri })
      const answer = await issuer.post('/token', {
        grant_type: 'authorization_code',
        client_id: 'pathless',
        code: responseOf(landed)['code'] ?? '',
        code_verifier: landed.checks.pkceCodeVerifier,
        redirect_uri,
      })
      expect(claimsOf(String(answer.json['id_token']))['sub']).toBe('alice')
    }
  })

  it('that registered one name of this machine is not answered on the other', async () => {
    const made = await issuer.request('/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/cb'],
      }),
    })
    const client_id = String(made.json['client_id'])
    expect(await reaches(client_id, 'http://127.0.0.1:7000/cb')).toBe(true)
    expect(await reaches(client_id, 'http://localhost:7000/cb')).toBe(false)
    expect(await reaches(client_id, 'http://[::1]:7000/cb')).toBe(false)
  })

  it('is answered at an address of its own scheme', async () => {
    for (const redirect_uri of ['com.textapp.io:/callback', 'valetkey://callback']) {
      const landed = await visit(await issuer.discover('text-app'), { scope: 'openid', redirect_uri })
      expect(landed.page.url.startsWith(redirect_uri)).toBe(true)
      const answer = await issuer.post('/token', {
        grant_type: 'authorization_code',
        client_id: 'text-app',
        code: landed.url.searchParams.get('code') ?? '',
        code_verifier: landed.checks.pkceCodeVerifier,
        redirect_uri,
      })
      expect(answer.status).toBe(200)
    }
    expect(await reaches('text-app', 'com.textapp.io:/other')).toBe(false)
  })
})

describe('a web client', () => {
  it('is answered by http on this machine, at exactly the registered addresses', async () => {
    expect(await reaches('web-app', 'http://127.0.0.1:8000/cb', 'secret')).toBe(true)
    expect(await reaches('web-app', 'http://[::1]:8000/cb', 'secret')).toBe(true)
    for (const uri of [
      'http://127.0.0.1:8001/cb',
      'http://localhost:8000/cb',
      'http://127.0.0.1:8000/cb/',
      'http://127.0.0.1:8000/CB',
    ]) {
      expect(await reaches('web-app', uri, 'secret')).toBe(false)
    }
  })

  it('must say where, even if it registered one address only', async () => {
    const query = new URLSearchParams({ client_id: 'calendar-app', response_type: 'code', scope: 'openid' })
    expect((await new UserAgent().open(`${issuer.url}/authorize?${query}`)).status).toBe(400)
  })
})

describe('anyLoopbackRedirect', () => {
  it('takes any address on this machine, and none elsewhere', async () => {
    for (const uri of ['http://localhost:9999/any/where?x=1', 'http://127.0.0.1:1234/', 'http://[::1]:8080/cb']) {
      const tokens = await signIn(await issuer.discover('anywhere', 'secret'), {
        scope: 'openid',
        redirect_uri: uri.split('?')[0] ?? '',
      })
      expect(tokens.claims()?.sub).toBe('alice')
      expect(await reaches('anywhere', uri, 'secret')).toBe(true)
    }
    for (const uri of [
      'http://app.example.test/cb',
      'https://localhost.attacker.test/cb',
      'http://localhost:9999/#top',
      'https://attacker.test/',
    ]) {
      expect(await reaches('anywhere', uri, 'secret')).toBe(false)
    }
  })
})
