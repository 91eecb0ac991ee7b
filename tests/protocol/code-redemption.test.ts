import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { type Visit, visit } from './browser.ts'
import { basic, CALLBACK, useIssuer } from './support.ts'

const issuer = useIssuer()
const BASIC = basic('calendar-app', 'calendar-app-secret')

const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const redemption = ({ url, checks }: Visit) => ({
  grant_type: 'authorization_code',
  code: url.searchParams.get('code') ?? '',
  code_verifier: checks.pkceCodeVerifier,
  redirect_uri: CALLBACK,
})

describe('redeeming a code', () => {
  it('works once; the second time takes back what the first one gave', async () => {
    const config = await calendarApp()
    const { url, checks } = await visit(config, { scope: 'openid offline_access read:contacts' })
    const tokens = await client.authorizationCodeGrant(config, url, checks)
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(200)
    await expect(client.authorizationCodeGrant(config, url, checks)).rejects.toMatchObject({ error: 'invalid_grant' })
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(401)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect(await client.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false })
  })

  it('has one winner when two try at the same time', async () => {
    const config = await calendarApp()
    const { url, checks } = await visit(config, { scope: 'openid' })
    const attempts = await Promise.allSettled([1, 2, 3].map(() => client.authorizationCodeGrant(config, url, checks)))
    const failures = attempts.filter((attempt) => attempt.status === 'rejected')
    expect(failures.map(({ reason }) => reason.error)).toEqual(['invalid_grant', 'invalid_grant'])
  })

  it('wants the redirect_uri of the request', async () => {
    const given = redemption(await visit(await calendarApp(), { scope: 'openid' }))
    const other = await issuer.post('/token', { ...given, redirect_uri: 'http://localhost:4401/callback' }, BASIC)
    expect([other.status, other.json['error']]).toEqual([400, 'invalid_grant'])
    const { redirect_uri: _left, ...without } = redemption(await visit(await calendarApp(), { scope: 'openid' }))
    const missing = await issuer.post('/token', without, BASIC)
    expect([missing.status, missing.json['error']]).toEqual([400, 'invalid_request'])
  })

  it('is refused to every other client', async () => {
    const given = redemption(await visit(await calendarApp(), { scope: 'openid' }))
    const stolen = await issuer.post('/token', given, basic('quick-print', 'quick-print-secret'))
    expect([stolen.status, stolen.json['error']]).toEqual([400, 'invalid_grant'])
  })

  it('is refused for a code that was never given', async () => {
    const made = await issuer.post(
      '/token',
      { grant_type: 'authorization_code', code: 'made-up', redirect_uri: CALLBACK },
      BASIC,
    )
    expect([made.status, made.json['error']]).toEqual([400, 'invalid_grant'])
  })

  it('is answered so that nobody keeps the tokens', async () => {
    const answer = await issuer.post('/token', redemption(await visit(await calendarApp(), { scope: 'openid' })), BASIC)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('no-store')
  })
})
