import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { responseOf, visit } from './browser.ts'
import { claimsOf, halfHash, useIssuer } from './support.ts'

const issuer = useIssuer()
const redirect_uri = 'http://localhost:5173/callback'

describe('implicit', () => {
  it('token: gives an access token alone, in the fragment', async () => {
    const config = await issuer.discover('my-todos')
    const landed = await visit(config, { response_type: 'token', scope: 'read:tasks', redirect_uri })
    expect(landed.url.search).toBe('')
    const response = responseOf(landed)
    expect(response).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: '3600',
      scope: 'read:tasks',
      state: landed.checks.expectedState,
      iss: issuer.url,
    })
    expect((await issuer.callApi('organizer/tasks', response['access_token'] ?? '')).status).toBe(200)
  })

  it('id_token token: the ID token vouches for the access token by at_hash', async () => {
    const config = await issuer.discover('my-todos')
    const landed = await visit(config, {
      response_type: 'id_token token',
      scope: 'openid email read:tasks',
      redirect_uri,
    })
    const { access_token = '', id_token = '', state } = responseOf(landed)
    const { payload } = await issuer.verify(id_token)
    expect(state).toBe(landed.checks.expectedState)
    expect(payload).toMatchObject({ aud: 'my-todos', nonce: landed.nonce, email: 'alice@organizer.test' })
    expect(payload['at_hash']).toBe(await halfHash(access_token))
    expect(await client.fetchUserInfo(config, access_token, 'alice')).toMatchObject({ email: 'alice@organizer.test' })
    expect((await issuer.callApi('organizer/tasks', access_token)).status).toBe(200)
  })

  it('id_token: says who signed in, and opens nothing', async () => {
    const config = await issuer.discover('my-todos')
    client.useIdTokenResponseType(config)
    const landed = await visit(
      config,
      { response_type: 'id_token', scope: 'openid profile', redirect_uri },
      { user: 'bob' },
    )
    const claims = await client.implicitAuthentication(config, landed.url, landed.nonce, landed.checks)
    expect(claims).toMatchObject({ sub: 'bob', name: 'Bob Brandt' })
    expect(responseOf(landed)).not.toHaveProperty('access_token')
  })

  it('id_token by form_post: the browser hands the form to a server', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    client.useIdTokenResponseType(config)
    const landed = await visit(config, { response_type: 'id_token', response_mode: 'form_post', scope: 'openid' })
    const request = new Request('http://localhost:3000/callback', {
      method: 'POST',
      body: new URLSearchParams(responseOf(landed)),
    })
    const claims = await client.implicitAuthentication(config, request, landed.nonce, landed.checks)
    expect(claims.sub).toBe('alice')
  })

  it('demands a nonce where an ID token comes without a code', async () => {
    const config = await issuer.discover('my-todos')
    const landed = await visit(config, { response_type: 'id_token token', scope: 'openid', redirect_uri, nonce: '' })
    expect(responseOf(landed)).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringContaining('nonce'),
    })
  })

  it('is refused to a client that did not register for it', async () => {
    const config = await issuer.discover('quick-print', 'quick-print-secret')
    const landed = await visit(config, {
      response_type: 'token',
      scope: 'read:pictures',
      redirect_uri: 'http://localhost:3001/callback',
    })
    expect(responseOf(landed)).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringContaining('response_type'),
      state: landed.checks.expectedState,
    })
  })

  it('never puts a token into the query', async () => {
    const config = await issuer.discover('my-todos')
    const landed = await visit(config, {
      response_type: 'token',
      response_mode: 'query',
      scope: 'read:tasks',
      redirect_uri,
    })
    expect(responseOf(landed)).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringContaining('response_mode'),
    })
    expect(landed.url.href).not.toContain('access_token')
  })

  it('gives no refresh token', async () => {
    const config = await issuer.discover('my-todos')
    const landed = await visit(config, {
      response_type: 'id_token token',
      scope: 'openid offline_access',
      redirect_uri,
    })
    const response = responseOf(landed)
    expect(response).not.toHaveProperty('refresh_token')
    expect(String(claimsOf(response['access_token'])['scope'])).not.toContain('offline_access')
  })
})

describe('redirect addresses of implicit clients', () => {
  const implicit = { grant_types: ['implicit'], response_types: ['id_token token'], token_endpoint_auth_method: 'none' }
  const register = (uri: string) =>
    issuer.request('/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...implicit, redirect_uris: [uri] }),
    })

  it('may be http on this machine', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      expect((await register(`http://${host}:5173/callback`)).status).toBe(201)
    }
  })

  it('must be https anywhere else', async () => {
    const refused = await register('http://app.example.test/callback')
    expect(refused.status).toBe(400)
    expect(refused.json['error']).toBe('invalid_redirect_uri')
    expect((await register('https://app.example.test/callback')).status).toBe(201)
  })
})
