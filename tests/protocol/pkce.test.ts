import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { visit } from './browser.ts'
import { CALLBACK, useIssuer } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'strict',
        client_secret: 'strict-secret',
        redirect_uris: [CALLBACK],
        valetkey: { requirePkce: true },
      },
      {
        client_id: 'lenient',
        redirect_uris: [CALLBACK],
        token_endpoint_auth_method: 'none',
        valetkey: { requirePkce: false },
      },
    ],
  },
})
const TODOS = 'http://localhost:5173/callback'

async function ask(config: client.Configuration, params: Readonly<Record<string, string>>): Promise<URL> {
  const url = client.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope: 'openid', state: 's', ...params })
  return new URL((await new UserAgent().signIn(url.href)).url)
}

describe('PKCE', () => {
  it('is demanded of a public client', async () => {
    const answer = await ask(await issuer.discover('my-todos'), { redirect_uri: TODOS })
    expect(answer.searchParams.get('error')).toBe('invalid_request')
    expect(answer.searchParams.get('error_description')).toContain('PKCE')
  })

  it('knows S256 only: plain is refused, and so is a challenge that names no method', async () => {
    const config = await issuer.discover('my-todos')
    const challenge = { redirect_uri: TODOS, code_challenge: client.randomPKCECodeVerifier() }
    for (const method of [{ code_challenge_method: 'plain' }, {}]) {
      const answer = await ask(config, { ...challenge, ...method })
      expect(answer.searchParams.get('error')).toBe('invalid_request')
      expect(answer.searchParams.get('error_description')).toContain('code_challenge_method')
    }
  })

  it('refuses a wrong verifier, a missing one, and one that nothing was promised for', async () => {
    const config = await issuer.discover('my-todos')
    const wrong = await visit(config, { scope: 'openid', redirect_uri: TODOS })
    const checks = { ...wrong.checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }
    await expect(client.authorizationCodeGrant(config, wrong.url, checks)).rejects.toMatchObject({
      error: 'invalid_grant',
    })

    const missing = await visit(config, { scope: 'openid', redirect_uri: TODOS })
    const { pkceCodeVerifier: _left, ...withoutVerifier } = missing.checks
    await expect(client.authorizationCodeGrant(config, missing.url, withoutVerifier)).rejects.toMatchObject({
      error: 'invalid_grant',
    })

    const confidential = await issuer.discover('calendar-app', 'calendar-app-secret')
    const landed = await ask(confidential, {})
    const unasked = { expectedState: 's', pkceCodeVerifier: client.randomPKCECodeVerifier() }
    await expect(client.authorizationCodeGrant(confidential, landed, unasked)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('can be demanded of a confidential client', async () => {
    const config = await issuer.discover('strict', 'strict-secret')
    expect((await ask(config, {})).searchParams.get('error')).toBe('invalid_request')
    const { url, checks } = await visit(config, { scope: 'openid' })
    expect((await client.authorizationCodeGrant(config, url, checks)).claims()?.sub).toBe('alice')
  })

  it('can be left to a public client', async () => {
    const config = await issuer.discover('lenient')
    const landed = await ask(config, {})
    const tokens = await client.authorizationCodeGrant(config, landed, { expectedState: 's' })
    expect(tokens.claims()?.sub).toBe('alice')
  })

  it('is announced with S256 alone', async () => {
    const { json } = await issuer.request('/.well-known/openid-configuration')
    expect(json['code_challenge_methods_supported']).toEqual(['S256'])
  })
})
