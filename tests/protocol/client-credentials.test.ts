import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { basic, claimsOf, ORGANIZER, useIssuer, WORLD_MAPPERS } from './support.ts'

const issuer = useIssuer()
const taxiFinder = () => issuer.discover('taxi-finder', client.ClientSecretBasic('taxi-finder-secret'))

describe('client credentials', () => {
  it('give a token for the default API, without a user', async () => {
    const tokens = await client.clientCredentialsGrant(await taxiFinder(), { scope: 'geocode' })
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'geocode' })
    expect(tokens.refresh_token).toBeUndefined()
    expect(tokens.id_token).toBeUndefined()
    const claims = claimsOf(tokens.access_token)
    expect(claims).toMatchObject({ iss: issuer.url, sub: 'taxi-finder', client_id: 'taxi-finder', aud: WORLD_MAPPERS })
    expect((await issuer.callApi('world-mappers/geocode?q=Berlin', tokens.access_token)).json).toHaveProperty('places')
  })

  it('give only the scope that was asked for: the API refuses the rest and names it', async () => {
    const { access_token } = await client.clientCredentialsGrant(await taxiFinder(), { scope: 'geocode' })
    const refused = await issuer.callApi('world-mappers/route?from=Berlin&to=Paris', access_token)
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toMatch(/error="insufficient_scope".*scope="route"/)
  })

  it('leave out what the API does not have, such as the scopes of OpenID Connect', async () => {
    const { scope } = await client.clientCredentialsGrant(await taxiFinder(), { scope: 'geocode openid read:tasks' })
    expect(scope).toBe('geocode')
  })

  it('give a token for whichever API is named, by resource or by audience', async () => {
    for (const named of [{ resource: ORGANIZER }, { audience: ORGANIZER }]) {
      const { access_token } = await client.clientCredentialsGrant(await taxiFinder(), {
        scope: 'read:tasks',
        ...named,
      })
      expect(claimsOf(access_token)).toMatchObject({ aud: ORGANIZER, scope: 'read:tasks' })
    }
  })

  it('open nothing at UserInfo', async () => {
    const { access_token } = await client.clientCredentialsGrant(await taxiFinder(), { scope: 'geocode' })
    const answer = await issuer.request('/userinfo', { headers: { authorization: `Bearer ${access_token}` } })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })

  it('are refused to a client that is registered for other grants only', async () => {
    const answer = await issuer.post(
      '/token',
      { grant_type: 'client_credentials' },
      basic('calendar-app', 'calendar-app-secret'),
    )
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({
      error: 'unauthorized_client',
      error_description: 'requested grant type is not allowed for this client',
    })
  })
})

describe('the token endpoint', () => {
  it('names what is missing or unknown', async () => {
    const headers = basic('taxi-finder', 'taxi-finder-secret')
    const [missing, unknown, twice] = await Promise.all([
      issuer.post('/token', { scope: 'geocode' }, headers),
      issuer.post('/token', { grant_type: 'telepathy' }, headers),
      issuer.post(
        '/token',
        new URLSearchParams([
          ['grant_type', 'client_credentials'],
          ['scope', 'route'],
          ['scope', 'geocode'],
        ]),
        headers,
      ),
    ])
    expect(missing.json).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringContaining('grant_type'),
    })
    expect(unknown.json).toMatchObject({ error: 'unsupported_grant_type' })
    expect(twice.json).toMatchObject({ error: 'invalid_request', error_description: expect.stringContaining('scope') })
  })
})
