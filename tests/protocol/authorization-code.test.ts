import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Program, startProgram } from '../support/program.ts'
import { UserAgent } from '../support/user-agent.ts'

let program: Program

beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program[Symbol.asyncDispose]())

function discover(clientId: string, secret?: string): Promise<client.Configuration> {
  return client.discovery(new URL(program.issuer), clientId, secret, undefined, {
    execute: [client.allowInsecureRequests],
  })
}

describe('authorization code with PKCE', () => {
  it('gives tokens, claims and a call to the API to openid-client', async () => {
    const config = await discover('calendar-app', 'calendar-app-secret')
    const code_verifier = client.randomPKCECodeVerifier()
    const state = client.randomState()
    const nonce = client.randomNonce()
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: 'http://localhost:3000/callback',
      scope: 'openid profile email offline_access read:contacts',
      code_challenge: await client.calculatePKCECodeChallenge(code_verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const landed = await new UserAgent().signIn(url.href, { user: 'alice' })
    const tokens = await client.authorizationCodeGrant(config, new URL(landed.url), {
      pkceCodeVerifier: code_verifier,
      expectedState: state,
      expectedNonce: nonce,
    })
    expect(tokens.claims()).toMatchObject({ sub: 'alice', email: 'alice@organizer.test' })
    expect(tokens.refresh_token).toBeTypeOf('string')
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice')).toMatchObject({ name: 'Alice Adams' })
    const contacts = await client.fetchProtectedResource(config, tokens.access_token, new URL(`${program.issuer}/apis/organizer/contacts`), 'GET')
    expect(contacts.status).toBe(200)
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(client.refreshTokenGrant(config, refreshed.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' })
  })
})
