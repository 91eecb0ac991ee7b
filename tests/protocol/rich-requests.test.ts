import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { textOf, UserAgent } from '../support/user-agent.ts'
import { responseOf, signIn, visit } from './browser.ts'
import { CALLBACK, claimsOf, ORGANIZER, useIssuer } from './support.ts'

const issuer = useIssuer()
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const BOOKING = { type: 'appointment_booking', actions: ['create'], locations: [ORGANIZER], datatypes: ['appointment'] }
const authorization_details = JSON.stringify([BOOKING])

describe('authorization_details', () => {
  it('come back in the token response, in the token and at introspection', async () => {
    const config = await calendarApp()
    const tokens = await signIn(config, { scope: 'openid offline_access read:appointments', authorization_details })
    expect(tokens['authorization_details']).toEqual([BOOKING])
    expect(claimsOf(tokens.access_token)['authorization_details']).toEqual([BOOKING])
    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({
      active: true,
      authorization_details: [BOOKING],
    })
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(claimsOf(refreshed.access_token)['authorization_details']).toEqual([BOOKING])
  })

  it('are shown to the person', async () => {
    const url = client.buildAuthorizationUrl(await calendarApp(), {
      redirect_uri: CALLBACK,
      scope: 'openid',
      authorization_details,
    })
    const agent = new UserAgent()
    const consent = await agent.submit(await agent.open(url.href), [['account', 'alice']])
    expect(textOf(consent.body)).toContain('appointment_booking')
  })

  it.each([
    ['of a type that no API knows', [{ type: 'space_travel' }]],
    ['without a type', [{ actions: ['create'] }]],
    ['whose members are not as RFC 9396 has them', [{ type: 'appointment_booking', actions: 'create' }]],
    ['that are no list', { type: 'appointment_booking' }],
  ])('%s are refused', async (_what, details) => {
    const landed = await visit(await calendarApp(), { scope: 'openid', authorization_details: JSON.stringify(details) })
    expect(responseOf(landed)).toMatchObject({
      error: 'invalid_authorization_details',
      state: landed.checks.expectedState,
    })
  })

  it('that are no JSON are refused', async () => {
    const landed = await visit(await calendarApp(), { scope: 'openid', authorization_details: '[{' })
    expect(responseOf(landed)['error']).toMatch(/^invalid_/)
  })

  it('are announced', async () => {
    const { json } = await issuer.request('/.well-known/oauth-authorization-server')
    expect(json['authorization_details_types_supported']).toEqual(expect.arrayContaining(['appointment_booking']))
  })
})
