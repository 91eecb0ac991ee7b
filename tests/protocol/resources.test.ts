import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { responseOf, signIn, visit } from './browser.ts'
import { CALLBACK, claimsOf, ORGANIZER, PHOTOBOX, useIssuer, WORLD_MAPPERS } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'no-default',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
  },
})
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const noDefault = () => issuer.discover('no-default', 'secret')

describe('the API of a token', () => {
  it.each([
    [{ resource: ORGANIZER }, ORGANIZER, 'read:contacts'],
    [{ audience: ORGANIZER }, ORGANIZER, 'read:contacts'],
    [{ resource: WORLD_MAPPERS }, WORLD_MAPPERS, 'geocode'],
    [{ audience: WORLD_MAPPERS }, WORLD_MAPPERS, 'geocode'],
  ])('is the one that the request names: %j', async (named, aud, scope) => {
    const tokens = await signIn(await noDefault(), { scope: `openid ${scope}`, ...named })
    expect(claimsOf(tokens.access_token)).toMatchObject({
      iss: issuer.url,
      aud,
      sub: 'alice',
      scope: `openid ${scope}`,
    })
  })

  it("is the client's default where the request names none", async () => {
    const tokens = await signIn(await calendarApp(), { scope: 'openid read:contacts' })
    expect(claimsOf(tokens.access_token)['aud']).toBe(ORGANIZER)
  })

  it('is UserInfo, and the token opaque, where there is no default either', async () => {
    const config = await noDefault()
    const tokens = await signIn(config, { scope: 'openid email' })
    expect(tokens.access_token).not.toContain('.')
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice')).toMatchObject({
      email: 'alice@organizer.test',
    })
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(401)
  })

  it('makes the token opaque where the API wants it so', async () => {
    const config = await issuer.discover('quick-print', 'quick-print-secret')
    const tokens = await signIn(config, {
      scope: 'openid read:pictures',
      redirect_uri: 'http://localhost:3001/callback',
    })
    expect(tokens.access_token).not.toContain('.')
    expect((await issuer.callApi('photobox/pictures', tokens.access_token)).status).toBe(200)
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(401)
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice')).toEqual({ sub: 'alice' })
  })

  it('can be named by its own address, as protected-resource metadata has it', async () => {
    const metadata = await issuer.request('/.well-known/oauth-protected-resource/apis/organizer')
    const resource = String(metadata.json['resource'])
    const tokens = await signIn(await noDefault(), { scope: 'read:contacts', resource })
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(200)
  })

  it('is not open to a token for another', async () => {
    const tokens = await signIn(await noDefault(), { scope: 'openid geocode', resource: WORLD_MAPPERS })
    expect((await issuer.callApi('world-mappers/geocode?q=Berlin', tokens.access_token)).status).toBe(200)
    const refused = await issuer.callApi('organizer/contacts', tokens.access_token)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toContain('invalid_token')
  })
})

describe('a request that names several APIs', () => {
  it('is granted as one, and each token is for one of them', async () => {
    const config = await noDefault()
    const params = new URLSearchParams({ scope: 'openid offline_access read:contacts geocode read:pictures' })
    for (const resource of [ORGANIZER, WORLD_MAPPERS, PHOTOBOX]) params.append('resource', resource)
    const { url, checks } = await visit(config, params)
    const first = await client.authorizationCodeGrant(config, url, checks, { resource: WORLD_MAPPERS })
    expect(claimsOf(first.access_token)).toMatchObject({ aud: WORLD_MAPPERS })
    expect((await issuer.callApi('world-mappers/geocode?q=Berlin', first.access_token)).status).toBe(200)
    const second = await client.refreshTokenGrant(config, first.refresh_token ?? '', { resource: ORGANIZER })
    expect((await issuer.callApi('organizer/contacts', second.access_token)).status).toBe(200)
    const third = await client.refreshTokenGrant(config, second.refresh_token ?? '', { resource: PHOTOBOX })
    expect((await issuer.callApi('photobox/pictures', third.access_token)).status).toBe(200)
    const other = client.refreshTokenGrant(config, third.refresh_token ?? '', { resource: 'https://agents.test/mcp' })
    await expect(other).rejects.toMatchObject({ error: 'invalid_target' })
  })

  it('means the first where the redemption does not say which', async () => {
    const params = new URLSearchParams({ scope: 'openid read:contacts geocode' })
    for (const resource of [WORLD_MAPPERS, ORGANIZER]) params.append('resource', resource)
    const tokens = await signIn(await noDefault(), params)
    expect(claimsOf(tokens.access_token)['aud']).toBe(WORLD_MAPPERS)
  })
})

describe('an API that is not known', () => {
  it.each([
    { resource: 'https://unknown.test/' },
    { audience: 'https://unknown.test/' },
    { resource: 'not an address' },
  ])('is an invalid target at the authorization endpoint: %j', async (named) => {
    const landed = await visit(await calendarApp(), { scope: 'openid', ...named })
    expect(responseOf(landed)).toMatchObject({ error: 'invalid_target', state: landed.checks.expectedState })
  })

  it('is an invalid target at the token endpoint', async () => {
    const config = await issuer.discover('taxi-finder', 'taxi-finder-secret')
    for (const named of [{ resource: 'https://unknown.test/' }, { audience: 'https://unknown.test/' }]) {
      await expect(client.clientCredentialsGrant(config, named)).rejects.toMatchObject({
        status: 400,
        error: 'invalid_target',
      })
    }
  })
})
