import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn, type Tokens } from './browser.ts'
import { CALLBACK, claimsOf, ORGANIZER, useIssuer } from './support.ts'

const web = { redirect_uris: [CALLBACK], client_secret: 'secret' }
const issuer = useIssuer({
  config: {
    clients: [
      {
        ...web,
        client_id: 'always',
        grant_types: ['authorization_code', 'refresh_token'],
        valetkey: { refreshTokens: 'always' },
      },
      { ...web, client_id: 'never', grant_types: ['authorization_code'] },
    ],
  },
})
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const SCOPE = 'openid offline_access read:contacts read:appointments'

function refreshTokenOf({ refresh_token }: Tokens): string {
  if (refresh_token === undefined) throw new Error('there is no refresh token in the answer')
  return refresh_token
}

describe('a refresh token', () => {
  it('gives new tokens and a new refresh token each time', async () => {
    const config = await calendarApp()
    const first = await signIn(config, { scope: SCOPE })
    const second = await client.refreshTokenGrant(config, refreshTokenOf(first))
    const third = await client.refreshTokenGrant(config, refreshTokenOf(second))
    expect(new Set([first, second, third].map(({ refresh_token }) => refresh_token)).size).toBe(3)
    expect(new Set([first, second, third].map(({ access_token }) => access_token)).size).toBe(3)
    expect(third.claims()).toMatchObject({ sub: 'alice', aud: 'calendar-app', iss: issuer.url })
    expect(third.scope?.split(' ').toSorted()).toEqual(SCOPE.split(' ').toSorted())
    expect((await issuer.callApi('organizer/contacts', third.access_token)).status).toBe(200)
  })

  it('used a second time ends all that came of the sign-in', async () => {
    const config = await calendarApp()
    const first = await signIn(config, { scope: SCOPE })
    const second = await client.refreshTokenGrant(config, refreshTokenOf(first))
    await expect(client.refreshTokenGrant(config, refreshTokenOf(first))).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await expect(client.refreshTokenGrant(config, refreshTokenOf(second))).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect((await issuer.callApi('organizer/contacts', second.access_token)).status).toBe(401)
  })

  it('has one winner when several use it at the same time', async () => {
    const config = await calendarApp()
    const refresh_token = refreshTokenOf(await signIn(config, { scope: SCOPE }))
    const attempts = await Promise.allSettled([1, 2, 3, 4].map(() => client.refreshTokenGrant(config, refresh_token)))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('can ask for less than was granted, and later for all of it again', async () => {
    const config = await calendarApp()
    const first = await signIn(config, { scope: SCOPE })
    const less = await client.refreshTokenGrant(config, refreshTokenOf(first), { scope: 'openid read:contacts' })
    expect(less.scope?.split(' ').toSorted()).toEqual(['openid', 'read:contacts'])
    expect((await issuer.callApi('organizer/appointments', less.access_token)).status).toBe(403)
    const all = await client.refreshTokenGrant(config, refreshTokenOf(less))
    expect((await issuer.callApi('organizer/appointments', all.access_token)).status).toBe(200)
  })

  it('cannot ask for more', async () => {
    const config = await calendarApp()
    const first = await signIn(config, { scope: SCOPE })
    const more = client.refreshTokenGrant(config, refreshTokenOf(first), { scope: 'openid delete:contacts' })
    await expect(more).rejects.toMatchObject({ error: 'invalid_scope' })
  })

  it('belongs to its client', async () => {
    const refresh_token = refreshTokenOf(await signIn(await calendarApp(), { scope: SCOPE }))
    const thief = await issuer.discover('quick-print', 'quick-print-secret')
    await expect(client.refreshTokenGrant(thief, refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('works for a public client, without a secret', async () => {
    const config = await issuer.discover('my-todos')
    const redirect_uri = 'http://localhost:5173/callback'
    const tokens = await signIn(config, { scope: 'openid offline_access read:tasks', redirect_uri })
    const refreshed = await client.refreshTokenGrant(config, refreshTokenOf(tokens))
    expect(claimsOf(refreshed.access_token)).toMatchObject({ sub: 'alice', aud: ORGANIZER })
  })
})

describe('whether there is a refresh token', () => {
  it('is the choice of the application, by offline_access', async () => {
    expect((await signIn(await calendarApp(), { scope: 'openid' })).refresh_token).toBeUndefined()
  })

  it('is the choice of the person, too', async () => {
    const tokens = await signIn(await calendarApp(), { scope: SCOPE }, { without: ['offline_access'] })
    expect(tokens.refresh_token).toBeUndefined()
    expect(tokens.scope).not.toContain('offline_access')
  })

  it('can be set to always', async () => {
    const config = await issuer.discover('always', 'secret')
    const tokens = await signIn(config, { scope: 'openid' })
    expect((await client.refreshTokenGrant(config, refreshTokenOf(tokens))).claims()?.sub).toBe('alice')
  })

  it('is not asked where the client may not refresh', async () => {
    const tokens = await signIn(await issuer.discover('never', 'secret'), { scope: 'openid offline_access' })
    expect(tokens.refresh_token).toBeUndefined()
    expect(tokens.scope).toBe('openid')
  })
})
