import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { basic, CALLBACK, useIssuer } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'pushing',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        require_pushed_authorization_requests: true,
      },
    ],
  },
})
const ASKED = { response_type: 'code', redirect_uri: CALLBACK, scope: 'openid', state: 'pushed' }

async function push(config: client.Configuration, params: Readonly<Record<string, string>> = {}) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const code_challenge = await client.calculatePKCECodeChallenge(pkceCodeVerifier)
  const challenge = { code_challenge, code_challenge_method: 'S256' }
  const url = await client.buildAuthorizationUrlWithPAR(config, { ...ASKED, ...challenge, ...params })
  return { url, checks: { pkceCodeVerifier, expectedState: 'pushed' } }
}

describe('a pushed authorization request', () => {
  it('leaves nothing in the address but its name, and works like any other', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const { url, checks } = await push(config, { scope: 'openid read:contacts' })
    expect([...url.searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri'])
    expect(url.searchParams.get('request_uri')).toMatch(/^urn:ietf:params:oauth:request_uri:/)
    const landed = await new UserAgent().signIn(url.href)
    const tokens = await client.authorizationCodeGrant(config, new URL(landed.url), checks)
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(200)
  })

  it('works for a public client', async () => {
    const config = await issuer.discover('my-todos')
    const { url, checks } = await push(config, { redirect_uri: 'http://localhost:5173/callback' })
    const landed = await new UserAgent().signIn(url.href)
    expect((await client.authorizationCodeGrant(config, new URL(landed.url), checks)).access_token).toBeTypeOf('string')
  })

  it('can be used once', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const { url } = await push(config)
    const agent = new UserAgent()
    expect(new URL((await agent.signIn(url.href)).url).searchParams.has('code')).toBe(true)
    const again = await agent.open(url.href)
    expect([again.status, again.headers.get('location')]).toEqual([400, null])
    expect(again.body).toContain('request_uri')
  })

  it('belongs to the client that pushed it', async () => {
    const { url } = await push(await issuer.discover('calendar-app', 'calendar-app-secret'))
    url.searchParams.set('client_id', 'quick-print')
    expect((await new UserAgent().open(url.href)).status).toBe(400)
  })

  it('is answered with 201, an expiry, and errors at once', async () => {
    const headers = basic('calendar-app', 'calendar-app-secret')
    const made = await issuer.post('/par', { ...ASKED, client_id: 'calendar-app' }, headers)
    expect([made.status, made.json]).toEqual([201, { request_uri: expect.any(String), expires_in: expect.any(Number) }])
    const refused = await issuer.post(
      '/par',
      { ...ASKED, client_id: 'calendar-app', redirect_uri: 'https://other.test/' },
      headers,
    )
    expect([refused.status, refused.json['error']]).toEqual([400, 'invalid_request'])
    const stranger = await issuer.post('/par', { ...ASKED, client_id: 'calendar-app' }, basic('calendar-app', 'wrong'))
    expect([stranger.status, stranger.json['error']]).toEqual([401, 'invalid_client'])
  })

  it('can be demanded of a client', async () => {
    const config = await issuer.discover('pushing', 'secret')
    const plain = client.buildAuthorizationUrl(config, ASKED)
    const refused = new URL((await new UserAgent().open(plain.href)).url)
    expect(refused.searchParams.get('error')).toBe('invalid_request')
    const { url, checks } = await push(config)
    const landed = await new UserAgent().signIn(url.href)
    expect((await client.authorizationCodeGrant(config, new URL(landed.url), checks)).access_token).toBeTypeOf('string')
  })
})
