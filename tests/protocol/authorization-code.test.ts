import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { signIn, visit } from './browser.ts'
import { CALLBACK, claimsOf, ORGANIZER, useIssuer } from './support.ts'

const issuer = useIssuer()

describe('a confidential client', () => {
  it('gets tokens, claims, a call to the API and new tokens', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const tokens = await signIn(config, { scope: 'openid profile email offline_access read:contacts' })
    expect(tokens.token_type).toBe('bearer')
    expect(tokens.expires_in).toBe(3600)
    expect(tokens.scope?.split(' ').toSorted()).toEqual([
      'email',
      'offline_access',
      'openid',
      'profile',
      'read:contacts',
    ])
    expect(tokens.claims()).toMatchObject({ sub: 'alice', email: 'alice@organizer.test', aud: 'calendar-app' })
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice')).toMatchObject({ name: 'Alice Adams' })
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(200)
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect((await issuer.callApi('organizer/contacts', refreshed.access_token)).status).toBe(200)
  })

  it('may leave PKCE out', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const url = client.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope: 'openid', state: 's' })
    const landed = await new UserAgent().signIn(url.href)
    const tokens = await client.authorizationCodeGrant(config, new URL(landed.url), { expectedState: 's' })
    expect(tokens.claims()?.sub).toBe('alice')
  })

  it('must prove who it is when it redeems the code', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const { url, checks } = await visit(config, { scope: 'openid' })
    const stranger = await issuer.discover('calendar-app', 'guessed')
    await expect(client.authorizationCodeGrant(stranger, url, checks)).rejects.toMatchObject({
      status: 401,
      error: 'invalid_client',
    })
    const owner = await client.authorizationCodeGrant(config, url, checks)
    expect(owner.claims()?.sub).toBe('alice')
  })
})

describe('a public client', () => {
  it('gets tokens with PKCE and no secret', async () => {
    const config = await issuer.discover('my-todos')
    const redirect_uri = 'http://localhost:5173/callback'
    const tokens = await signIn(config, { scope: 'openid offline_access read:tasks', redirect_uri }, { user: 'bob' })
    expect(tokens.claims()?.sub).toBe('bob')
    expect(claimsOf(tokens.access_token)).toMatchObject({ sub: 'bob', client_id: 'my-todos', aud: ORGANIZER })
    expect((await issuer.callApi('organizer/tasks', tokens.access_token)).status).toBe(200)
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(refreshed.claims()?.sub).toBe('bob')
  })
})

describe('plain OAuth', () => {
  it('works without openid: an access token, no ID token, and nothing at UserInfo', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const tokens = await signIn(config, { scope: 'read:appointments' })
    expect(tokens.id_token).toBeUndefined()
    expect(tokens.scope).toBe('read:appointments')
    expect((await issuer.callApi('organizer/appointments', tokens.access_token)).status).toBe(200)
    await expect(client.fetchUserInfo(config, tokens.access_token, 'alice')).rejects.toMatchObject({ status: 403 })
  })

  it('gives a request without a scope the scope that the client registered with', async () => {
    const config = await issuer.discover('text-app')
    const tokens = await signIn(config, { redirect_uri: 'http://127.0.0.1:4000/callback' })
    expect(tokens.scope?.split(' ')).toEqual(expect.arrayContaining(['openid', 'create:contacts', 'offline_access']))
  })
})
