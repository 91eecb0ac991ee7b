import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn } from './browser.ts'
import { basic, claimsOf, ORGANIZER, PHOTOBOX, useIssuer, WORLD_MAPPERS } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'signed-answers',
        client_secret: 'secret',
        redirect_uris: [],
        grant_types: ['client_credentials'],
        response_types: [],
        introspection_signed_response_alg: 'ES256',
      },
    ],
  },
})
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')

describe('introspection', () => {
  it('describes a JWT access token', async () => {
    const config = await calendarApp()
    const { access_token } = await signIn(config, { scope: 'openid read:contacts' })
    expect(await client.tokenIntrospection(config, access_token)).toEqual({
      active: true,
      iss: issuer.url,
      sub: 'alice',
      aud: ORGANIZER,
      client_id: 'calendar-app',
      scope: 'openid read:contacts',
      token_type: 'Bearer',
      jti: claimsOf(access_token).jti,
      iat: expect.any(Number),
      exp: expect.any(Number),
    })
  })

  it('describes an opaque access token', async () => {
    const config = await calendarApp()
    const { access_token } = await signIn(config, { scope: 'openid read:pictures', resource: PHOTOBOX })
    expect(await client.tokenIntrospection(config, access_token)).toMatchObject({
      active: true,
      sub: 'alice',
      aud: PHOTOBOX,
      client_id: 'calendar-app',
      scope: 'openid read:pictures',
      token_type: 'Bearer',
    })
  })

  it('describes a token without a user', async () => {
    const config = await issuer.discover('taxi-finder', 'taxi-finder-secret')
    for (const params of [{ scope: 'route' }, { scope: 'read:pictures', resource: PHOTOBOX }]) {
      const { access_token } = await client.clientCredentialsGrant(config, params)
      const answer = await client.tokenIntrospection(config, access_token)
      expect(answer).toMatchObject({ active: true, client_id: 'taxi-finder', scope: params.scope })
    }
  })

  it('describes a refresh token, whatever the hint says', async () => {
    const config = await calendarApp()
    const { refresh_token = '' } = await signIn(config, { scope: 'openid offline_access' })
    for (const token_type_hint of ['refresh_token', 'access_token', 'unheard_of']) {
      const answer = await client.tokenIntrospection(config, refresh_token, { token_type_hint })
      expect(answer).toMatchObject({ active: true, sub: 'alice', client_id: 'calendar-app' })
    }
    await client.refreshTokenGrant(config, refresh_token)
    expect(await client.tokenIntrospection(config, refresh_token)).toEqual({ active: false })
  })

  it('says of anything else only that it is not active', async () => {
    const config = await calendarApp()
    const { access_token, id_token = '' } = await signIn(config, { scope: 'openid' })
    const [header, payload] = access_token.split('.')
    const tampered = `${header}.${payload}.${'A'.repeat(342)}`
    for (const token of ['nonsense', 'a.b.c', tampered, `${btoa('{"alg":"none"}')}.${payload}.`, id_token]) {
      expect(await client.tokenIntrospection(config, token)).toEqual({ active: false })
    }
  })

  it('is for clients that prove who they are', async () => {
    const { access_token } = await signIn(await calendarApp(), { scope: 'openid' })
    const wrong = await issuer.post('/introspect', { token: access_token }, basic('calendar-app', 'wrong'))
    expect([wrong.status, wrong.json['error']]).toEqual([401, 'invalid_client'])
    const nobody = await issuer.post('/introspect', { token: access_token })
    expect([nobody.status, nobody.json]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })])
    const without = await issuer.post('/introspect', {}, basic('calendar-app', 'calendar-app-secret'))
    expect([without.status, without.json['error']]).toEqual([400, 'invalid_request'])
  })
})

describe('a signed answer', () => {
  it('is given to the client that registered for it, of JWT and opaque tokens', async () => {
    const config = await issuer.discover('signed-answers', 'secret')
    for (const params of [
      { scope: 'geocode', resource: WORLD_MAPPERS },
      { scope: 'read:pictures', resource: PHOTOBOX },
    ]) {
      const { access_token } = await client.clientCredentialsGrant(config, params)
      const headers = { ...basic('signed-answers', 'secret'), accept: 'application/token-introspection+jwt' }
      const answer = await issuer.post('/introspect', { token: access_token }, headers)
      expect(answer.headers.get('content-type')).toContain('application/token-introspection+jwt')
      const { payload, protectedHeader } = await issuer.verify(answer.text)
      expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'token-introspection+jwt' })
      expect(payload).toMatchObject({
        iss: issuer.url,
        aud: 'signed-answers',
        token_introspection: { active: true, scope: params.scope, aud: params.resource },
      })
    }
  })

  it('is read by openid-client', async () => {
    const config = await client.discovery(
      new URL(issuer.url),
      'signed-answers',
      { client_secret: 'secret', introspection_signed_response_alg: 'ES256' },
      undefined,
      { execute: [client.allowInsecureRequests] },
    )
    const { access_token } = await client.clientCredentialsGrant(config, { scope: 'geocode', resource: WORLD_MAPPERS })
    expect(await client.tokenIntrospection(config, access_token)).toMatchObject({ active: true, scope: 'geocode' })
  })
})
