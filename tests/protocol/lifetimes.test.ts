import * as client from 'openid-client'
import { beforeAll, describe, expect, it } from 'vitest'

import { signIn, type Tokens, type Visit, visit } from './browser.ts'
import { claimsOf, until, useIssuer } from './support.ts'

const SECONDS = 3
const issuer = useIssuer({
  config: {
    lifetimes: {
      accessToken: SECONDS,
      idToken: 77,
      refreshToken: SECONDS,
      authorizationCode: SECONDS,
      deviceCode: SECONDS,
    },
  },
})

interface Things {
  readonly config: client.Configuration
  readonly tokens: Tokens
  readonly unredeemed: Visit
  readonly tv: client.Configuration
  readonly device: client.DeviceAuthorizationResponse
}
let things: Things

/** Everything is made first and looked at when its time is over, so that the wait is one for all. */
beforeAll(async () => {
  const config = await issuer.discover('calendar-app', 'calendar-app-secret')
  const tv = await issuer.discover('couch-tv')
  const tokens = await signIn(config, { scope: 'openid offline_access', audience: 'https://photobox.test/api' })
  const unredeemed = await visit(config, { scope: 'openid' })
  const device = await client.initiateDeviceAuthorization(tv, { scope: 'openid' })
  things = { config, tokens, unredeemed, tv, device }
  const made = Date.now()
  await until(
    async () => Date.now() - made,
    (passed) => passed > SECONDS * 1000,
  )
})

describe('a lifetime that was set', () => {
  it('is told in the answers', () => {
    const { tokens, device } = things
    expect(device.expires_in).toBe(SECONDS)
    const { iat = 0, exp = 0 } = claimsOf(tokens.id_token)
    expect(exp - iat).toBe(77)
  })

  it('ends a code', async () => {
    const { config, unredeemed } = things
    const late = client.authorizationCodeGrant(config, unredeemed.url, unredeemed.checks)
    await expect(late).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('ends a refresh token', async () => {
    const { config, tokens } = things
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('ends a device code', async () => {
    const { tv, device } = things
    const late = client.genericGrantRequest(tv, 'urn:ietf:params:oauth:grant-type:device_code', {
      device_code: device.device_code,
    })
    await expect(late).rejects.toMatchObject({ error: 'expired_token' })
  })

  it('ends an access token at UserInfo and at introspection', async () => {
    const { config, tokens } = things
    const { access_token } = await signIn(config, { scope: 'openid' })
    await expect(client.fetchUserInfo(config, access_token, 'alice')).resolves.toMatchObject({ sub: 'alice' })
    await until(
      () => client.tokenIntrospection(config, access_token),
      ({ active }) => !active,
    )
    await expect(client.fetchUserInfo(config, access_token, 'alice')).rejects.toMatchObject({ status: 401 })
    expect(await client.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false })
  })
})
