import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { textOf, UserAgent } from '../support/user-agent.ts'
import { responseOf, signIn, visit } from './browser.ts'
import { CALLBACK, claimsOf, useIssuer } from './support.ts'

const issuer = useIssuer()
const PASSWORD = 'urn:valetkey:acr:password'
const SECOND = 'urn:valetkey:acr:second-factor'
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const essentially = (...values: string[]) => JSON.stringify({ id_token: { acr: { essential: true, values } } })
const ACR = JSON.stringify({ id_token: { acr: null, amr: null } })

async function acrOf(tokens: Promise<{ readonly id_token?: string }>): Promise<unknown> {
  return claimsOf((await tokens).id_token)['acr']
}

describe('a second factor', () => {
  it('is asked of whoever has one, and shows in acr and amr', async () => {
    const { id_token } = await signIn(await calendarApp(), { scope: 'openid', claims: ACR }, { user: 'carol' })
    expect(claimsOf(id_token)).toMatchObject({
      sub: 'carol',
      acr: SECOND,
      amr: expect.arrayContaining(['pwd', 'otp', 'mfa']),
    })
  })

  it('may be skipped where the application does not ask for it', async () => {
    const skipped = signIn(
      await calendarApp(),
      { scope: 'openid', claims: ACR },
      { user: 'carol', skipSecondFactor: true },
    )
    expect(await acrOf(skipped)).toBe(PASSWORD)
  })

  it('is not asked of whoever has none', async () => {
    expect(await acrOf(signIn(await calendarApp(), { scope: 'openid', claims: ACR }, { user: 'alice' }))).toBe(PASSWORD)
  })

  it('refuses a wrong code', async () => {
    const agent = new UserAgent()
    const url = client.buildAuthorizationUrl(await calendarApp(), { redirect_uri: CALLBACK, scope: 'openid' })
    const factor = await agent.submit(await agent.open(url.href), [['account', 'carol']])
    const refused = await agent.submit(factor, [
      ['code', '000 00'],
      ['action', 'verify'],
    ])
    expect([refused.status, textOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('not the code of this moment'),
    ])
  })
})

describe('step-up', () => {
  it('acr_values asks for the second factor within the session, and then it cannot be skipped', async () => {
    const config = await calendarApp()
    const agent = new UserAgent()
    expect(
      await acrOf(signIn(config, { scope: 'openid', claims: ACR }, { user: 'carol', skipSecondFactor: true }, agent)),
    ).toBe(PASSWORD)

    const url = client.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope: 'openid', acr_values: SECOND })
    const factor = await agent.open(url.href)
    expect(textOf(factor.body)).not.toContain('Skip')
    const insisted = await agent.submit(factor, [['action', 'skip']])
    expect(insisted.status).toBe(422)

    expect(await acrOf(signIn(config, { scope: 'openid', acr_values: SECOND }, {}, agent))).toBe(SECOND)
    // It holds for the session from then on.
    expect(await acrOf(signIn(config, { scope: 'openid', claims: ACR, prompt: 'none' }, {}, agent))).toBe(SECOND)
  })

  it('acr_values is a wish: who has no second factor signs in without', async () => {
    expect(await acrOf(signIn(await calendarApp(), { scope: 'openid', acr_values: SECOND }, { user: 'alice' }))).toBe(
      PASSWORD,
    )
  })

  it('an essential acr is a condition: who has no second factor is refused', async () => {
    const landed = await visit(await calendarApp(), { scope: 'openid', claims: essentially(SECOND) }, { user: 'alice' })
    expect(responseOf(landed)).toMatchObject({
      error: 'unmet_authentication_requirements',
      state: landed.checks.expectedState,
      iss: issuer.url,
    })
  })

  it('an essential acr is met by the second factor, and by a password where that is among the values', async () => {
    const config = await calendarApp()
    expect(await acrOf(signIn(config, { scope: 'openid', claims: essentially(SECOND) }, { user: 'carol' }))).toBe(
      SECOND,
    )
    expect(
      await acrOf(signIn(config, { scope: 'openid', claims: essentially(SECOND, PASSWORD) }, { user: 'alice' })),
    ).toBe(PASSWORD)
  })

  it('with prompt=none says that the person is needed', async () => {
    const config = await calendarApp()
    const agent = new UserAgent()
    await signIn(config, { scope: 'openid' }, { user: 'carol', skipSecondFactor: true }, agent)
    const landed = await visit(config, { scope: 'openid', prompt: 'none', acr_values: SECOND }, {}, agent)
    expect(responseOf(landed)).toMatchObject({ error: 'interaction_required' })
  })
})
