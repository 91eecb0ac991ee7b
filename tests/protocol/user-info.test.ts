import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { signIn } from './browser.ts'
import { CALLBACK, ORGANIZER, PHOTOBOX, useIssuer } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'signed',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        userinfo_signed_response_alg: 'PS256',
      },
      {
        client_id: 'hmac',
        client_secret: 'a-secret-of-thirty-two-characters',
        redirect_uris: [CALLBACK],
        id_token_signed_response_alg: 'HS256',
      },
    ],
  },
})
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')

describe('UserInfo', () => {
  it('gives the claims of the granted scopes, and no others', async () => {
    const config = await calendarApp()
    const { access_token } = await signIn(config, { scope: 'openid email address phone' })
    const claims = await client.fetchUserInfo(config, access_token, 'alice')
    expect(claims).toEqual({
      sub: 'alice',
      email: 'alice@organizer.test',
      email_verified: true,
      address: expect.objectContaining({ country: 'GB' }),
      phone_number: expect.any(String),
      phone_number_verified: true,
    })
  })

  it('gives with profile what a user has beyond the standard, such as roles', async () => {
    const config = await calendarApp()
    const { access_token, id_token = '' } = await signIn(config, { scope: 'openid profile' }, { user: 'bob' })
    expect(await client.fetchUserInfo(config, access_token, 'bob')).toMatchObject({
      name: 'Bob Brandt',
      roles: ['member'],
    })
    expect((await issuer.verify(id_token)).payload).toMatchObject({ name: 'Bob Brandt', roles: ['member'] })
  })

  it('takes the token by POST, in the header or in the form', async () => {
    const { access_token } = await signIn(await calendarApp(), { scope: 'openid' })
    const inHeader = await issuer.post('/userinfo', {}, { authorization: `Bearer ${access_token}` })
    const inForm = await issuer.post('/userinfo', { access_token })
    for (const { status, json } of [inHeader, inForm]) expect([status, json]).toEqual([200, { sub: 'alice' }])
  })

  it('answers 401 with a challenge to a token that is none, and to no token', async () => {
    for (const headers of [{ authorization: 'Bearer nonsense' }, { authorization: 'Bearer a.b.c' }]) {
      const answer = await issuer.request('/userinfo', { headers })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token"/)
    }
    const without = await issuer.request('/userinfo')
    // RFC 6750 section 3.1: who sent no token is told of the scheme, and of no error.
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([
      401,
      expect.not.stringContaining('error'),
    ])
  })

  it('answers with a signed JWT to a client that registered for it', async () => {
    const config = await issuer.discover('signed', 'secret')
    const { access_token } = await signIn(config, { scope: 'openid email' })
    const answer = await issuer.request('/userinfo', { headers: { authorization: `Bearer ${access_token}` } })
    expect(answer.headers.get('content-type')).toContain('application/jwt')
    const { payload, protectedHeader } = await issuer.verify(answer.text)
    expect(protectedHeader.alg).toBe('PS256')
    expect(payload).toMatchObject({ iss: issuer.url, aud: 'signed', sub: 'alice', email: 'alice@organizer.test' })
  })
})

describe('the claims parameter', () => {
  it('asks for single claims, in the ID token or at UserInfo', async () => {
    const config = await calendarApp()
    const claims = JSON.stringify({
      id_token: { nickname: null, email: { essential: true }, auth_time: { essential: true } },
      userinfo: { locale: null },
    })
    const { access_token, id_token = '' } = await signIn(config, { scope: 'openid', claims })
    const { payload } = await issuer.verify(id_token)
    expect(payload).toMatchObject({ nickname: 'Al', email: 'alice@organizer.test', auth_time: expect.any(Number) })
    expect(payload).not.toHaveProperty('locale')
    expect(await client.fetchUserInfo(config, access_token, 'alice')).toMatchObject({ sub: 'alice', locale: 'en-GB' })
  })

  it('holds for opaque tokens, and for those that a refresh gives', async () => {
    const config = await calendarApp()
    const claims = JSON.stringify({ userinfo: { locale: null } })
    for (const resource of [ORGANIZER, PHOTOBOX]) {
      const first = await signIn(config, { scope: 'openid offline_access', claims, resource })
      const second = await client.refreshTokenGrant(config, first.refresh_token ?? '')
      for (const { access_token } of [first, second]) {
        expect(await client.fetchUserInfo(config, access_token, 'alice')).toEqual({ sub: 'alice', locale: 'en-GB' })
      }
    }
  })

  it('is of one request: the next one without it gets no such claim', async () => {
    const config = await calendarApp()
    const agent = new UserAgent()
    await signIn(config, { scope: 'openid', claims: JSON.stringify({ userinfo: { locale: null } }) }, {}, agent)
    const { access_token } = await signIn(config, { scope: 'openid' }, {}, agent)
    expect(await client.fetchUserInfo(config, access_token, 'alice')).toEqual({ sub: 'alice' })
  })

  it('is refused when it is no JSON', async () => {
    const query = new URLSearchParams({
      client_id: 'calendar-app',
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid',
      claims: '{',
    })
    const { headers } = await issuer.request(`/authorize?${query}`)
    expect(headers.get('location')).toContain('error=invalid_request')
  })
})

describe('an ID token', () => {
  it('is signed as the client registered for, with a secret if need be', async () => {
    const config = await client.discovery(
      new URL(issuer.url),
      'hmac',
      { client_secret: 'a-secret-of-thirty-two-characters', id_token_signed_response_alg: 'HS256' },
      undefined,
      { execute: [client.allowInsecureRequests] },
    )
    const tokens = await signIn(config, { scope: 'openid' })
    expect(tokens.claims()).toMatchObject({ iss: issuer.url, aud: 'hmac', sub: 'alice' })
  })
})
