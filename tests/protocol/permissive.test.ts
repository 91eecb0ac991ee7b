import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { signIn } from './browser.ts'
import { ORGANIZER, useIssuer, WORLD_MAPPERS } from './support.ts'

const issuer = useIssuer({ flags: ['--permissive'] })
const strict = useIssuer()

describe('with --permissive', () => {
  it('an unknown public client signs in, and refreshes', async () => {
    const config = await issuer.discover('never-heard-of')
    const params = {
      scope: 'openid offline_access read:tasks',
      resource: ORGANIZER,
      redirect_uri: 'http://localhost:8123/cb',
    }
    const tokens = await signIn(config, params)
    expect((await issuer.callApi('organizer/tasks', tokens.access_token)).status).toBe(200)
    expect((await client.refreshTokenGrant(config, tokens.refresh_token ?? '')).claims()?.sub).toBe('alice')
  })

  it('an unknown confidential client signs in with whatever secret it brings', async () => {
    const config = await issuer.discover('brings-a-secret', client.ClientSecretBasic('its own'))
    const tokens = await signIn(config, { scope: 'openid', redirect_uri: 'http://localhost:8124/cb' })
    expect(tokens.claims()).toMatchObject({ sub: 'alice', aud: 'brings-a-secret' })
  })

  it('an unknown client uses the other grants', async () => {
    const machine = await issuer.discover('some-machine', client.ClientSecretPost('secret'))
    const token = await client.clientCredentialsGrant(machine, { scope: 'geocode', resource: WORLD_MAPPERS })
    expect((await issuer.callApi('world-mappers/geocode?q=Berlin', token.access_token)).status).toBe(200)
    const desk = await issuer.discover('some-desk')
    const user = await client.genericGrantRequest(desk, 'password', {
      username: 'bob',
      password: 'bob',
      scope: 'openid',
    })
    expect(user.claims()?.sub).toBe('bob')
    const tv = await client.initiateDeviceAuthorization(await issuer.discover('some-tv'), { scope: 'openid' })
    expect(tv.user_code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
  })

  it('an address outside this machine may be https, never http', async () => {
    const query = {
      response_type: 'code',
      scope: 'openid',
      client_id: 'far-away',
      redirect_uri: 'http://far.example.test/cb',
    }
    const page = await new UserAgent().open(`${issuer.url}/authorize?${new URLSearchParams(query)}`)
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
  })

  it('known clients keep their secrets and their addresses', async () => {
    const impostor = await issuer.discover('calendar-app', 'guessed')
    await expect(client.refreshTokenGrant(impostor, 'x')).rejects.toMatchObject({
      status: 401,
      error: 'invalid_client',
    })
    const query = {
      response_type: 'code',
      scope: 'openid',
      client_id: 'calendar-app',
      redirect_uri: 'http://localhost:9/cb',
    }
    expect((await new UserAgent().open(`${issuer.url}/authorize?${new URLSearchParams(query)}`)).status).toBe(400)
  })
})

describe('without it', () => {
  it('an unknown client stops on a page, and at the token endpoint with invalid_client', async () => {
    const query = {
      response_type: 'code',
      scope: 'openid',
      client_id: 'never-heard-of',
      redirect_uri: 'http://localhost:8123/cb',
    }
    expect((await new UserAgent().open(`${strict.url}/authorize?${new URLSearchParams(query)}`)).status).toBe(400)
    const machine = await strict.discover('some-machine', client.ClientSecretPost('secret'))
    await expect(client.clientCredentialsGrant(machine)).rejects.toMatchObject({ status: 401, error: 'invalid_client' })
  })
})
