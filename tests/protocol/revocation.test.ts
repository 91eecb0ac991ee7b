import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn } from './browser.ts'
import { basic, PHOTOBOX, useIssuer } from './support.ts'

const issuer = useIssuer()
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const SCOPE = 'openid offline_access read:contacts'

describe('a revoked token', () => {
  it('that is a JWT is inactive, and UserInfo and the API refuse it', async () => {
    const config = await calendarApp()
    const { access_token } = await signIn(config, { scope: SCOPE })
    expect((await issuer.callApi('organizer/contacts', access_token)).status).toBe(200)
    await client.tokenRevocation(config, access_token)
    expect(await client.tokenIntrospection(config, access_token)).toEqual({ active: false })
    await expect(client.fetchUserInfo(config, access_token, 'alice')).rejects.toMatchObject({ status: 401 })
    const refused = await issuer.callApi('organizer/contacts', access_token)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('invalid_token'),
    ])
  })

  it('that is opaque is inactive, and UserInfo and the API refuse it', async () => {
    const config = await calendarApp()
    const { access_token } = await signIn(config, { scope: 'openid read:pictures', resource: PHOTOBOX })
    expect((await issuer.callApi('photobox/pictures', access_token)).status).toBe(200)
    await client.tokenRevocation(config, access_token, { token_type_hint: 'access_token' })
    expect(await client.tokenIntrospection(config, access_token)).toEqual({ active: false })
    await expect(client.fetchUserInfo(config, access_token, 'alice')).rejects.toMatchObject({ status: 401 })
    expect((await issuer.callApi('photobox/pictures', access_token)).status).toBe(401)
  })

  it('that refreshes takes the access tokens with it, JWTs among them', async () => {
    const config = await calendarApp()
    const first = await signIn(config, { scope: SCOPE })
    const second = await client.refreshTokenGrant(config, first.refresh_token ?? '')
    await client.tokenRevocation(config, second.refresh_token ?? '')
    for (const { access_token } of [first, second]) {
      expect((await issuer.callApi('organizer/contacts', access_token)).status).toBe(401)
      expect(await client.tokenIntrospection(config, access_token)).toEqual({ active: false })
    }
    await expect(client.refreshTokenGrant(config, second.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('of a machine is refused, too', async () => {
    const config = await issuer.discover('taxi-finder', 'taxi-finder-secret')
    const { access_token } = await client.clientCredentialsGrant(config, { scope: 'geocode' })
    await client.tokenRevocation(config, access_token)
    expect((await issuer.callApi('world-mappers/geocode?q=Berlin', access_token)).status).toBe(401)
    expect(await client.tokenIntrospection(config, access_token)).toEqual({ active: false })
  })
})

describe('the revocation endpoint', () => {
  it('takes what it does not know for revoked already', async () => {
    const config = await calendarApp()
    for (const token of ['nonsense', 'a.b.c']) await client.tokenRevocation(config, token)
    const { access_token } = await signIn(config, { scope: 'openid' })
    await client.tokenRevocation(config, access_token)
    await client.tokenRevocation(config, access_token)
  })

  it('revokes no token of another client', async () => {
    const { access_token, refresh_token = '' } = await signIn(await calendarApp(), { scope: SCOPE })
    const opaque = await signIn(await calendarApp(), { scope: 'openid', resource: PHOTOBOX })
    for (const token of [access_token, refresh_token, opaque.access_token]) {
      await issuer.post('/revoke', { token }, basic('quick-print', 'quick-print-secret'))
      expect(await client.tokenIntrospection(await calendarApp(), token)).toMatchObject({ active: true })
    }
  })

  it('is open to public clients for their own tokens', async () => {
    const config = await issuer.discover('my-todos')
    const { access_token } = await signIn(config, {
      scope: 'openid read:tasks',
      redirect_uri: 'http://localhost:5173/callback',
    })
    await client.tokenRevocation(config, access_token)
    expect((await issuer.callApi('organizer/tasks', access_token)).status).toBe(401)
  })
})
