import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { textOf, UserAgent } from '../support/user-agent.ts'
import { actionOf, formOf, responseOf, signIn, visit } from './browser.ts'
import { CALLBACK, claimsOf, ORGANIZER, useIssuer } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'first-party',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        grant_types: ['authorization_code', 'refresh_token'],
        valetkey: { skipConsent: true, defaultApi: ORGANIZER },
      },
    ],
  },
})
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')

async function consentPage(agent: UserAgent, scope: string) {
  const url = client.buildAuthorizationUrl(await calendarApp(), { redirect_uri: CALLBACK, scope })
  return agent.submit(await agent.open(url.href), [['account', 'alice']])
}

describe('consent', () => {
  it('lists every scope with what it means and the API that it opens', async () => {
    const page = await consentPage(new UserAgent(), 'openid email offline_access read:contacts delete:contacts')
    const text = textOf(page.body)
    for (const part of [
      'Know who you are',
      'See your e-mail address',
      'Stay signed in',
      'Read your contacts',
      'delete:contacts',
      'Organizer',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('leaves out of the token what was unticked, and the API refuses it', async () => {
    const config = await calendarApp()
    const scope = 'openid email read:contacts read:appointments'
    const tokens = await signIn(config, { scope }, { without: ['read:contacts', 'email'] })
    expect(tokens.scope?.split(' ').toSorted()).toEqual(['openid', 'read:appointments'])
    expect(claimsOf(tokens.id_token)).not.toHaveProperty('email')
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice')).toEqual({ sub: 'alice' })
    const refused = await issuer.callApi('organizer/contacts', tokens.access_token)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining('insufficient_scope'),
    ])
    expect((await issuer.callApi('organizer/appointments', tokens.access_token)).status).toBe(200)
  })

  it('cannot take away openid, without which there is no sign-in', async () => {
    const tokens = await signIn(await calendarApp(), { scope: 'openid email' }, { without: ['openid', 'email'] })
    expect([tokens.scope, tokens.claims()?.sub]).toEqual(['openid', 'alice'])
  })

  it('denied tells the application access_denied', async () => {
    const config = await calendarApp()
    const landed = await visit(config, { scope: 'openid' }, { deny: true })
    expect(responseOf(landed)).toMatchObject({
      error: 'access_denied',
      state: landed.checks.expectedState,
      iss: issuer.url,
    })
    await expect(client.authorizationCodeGrant(config, landed.url, landed.checks)).rejects.toMatchObject({
      error: 'access_denied',
    })
  })

  it('is remembered in the session, and asks only for what is new', async () => {
    const agent = new UserAgent()
    const config = await calendarApp()
    await signIn(config, { scope: 'openid read:contacts' }, {}, agent)
    const again = await visit(config, { scope: 'openid read:contacts', prompt: 'none' }, {}, agent)
    expect(responseOf(again)).toHaveProperty('code')
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: 'openid read:contacts read:appointments',
    })
    const text = textOf((await agent.open(url.href)).body)
    expect(text).toContain('Read your appointments')
    expect(text).not.toContain('Read your contacts')
  })

  it('that was refused for a scope is not asked for again at once, nor given', async () => {
    const agent = new UserAgent()
    const config = await calendarApp()
    await signIn(config, { scope: 'openid email' }, { without: ['email'] }, agent)
    const tokens = await signIn(config, { scope: 'openid email', prompt: 'none' }, {}, agent)
    expect(tokens.scope).toBe('openid')
  })

  it('is of one person: another who signs in is asked, too', async () => {
    const agent = new UserAgent()
    const config = await calendarApp()
    await signIn(config, { scope: 'openid' }, { user: 'alice' }, agent)
    const url = client.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope: 'openid', prompt: 'login' })
    const leaving = await agent.submit(await agent.open(url.href), [['account', 'bob']])
    // The session of the first is ended by a form that submits itself, or by its button where there is no script.
    const page = await agent.submit(leaving, Object.entries(formOf(leaving)), actionOf(leaving))
    expect(textOf(page.body)).toContain('Bob Brandt')
    expect(textOf(page.body)).toContain('CalendarApp asks for access')
  })
})

describe('a first-party client', () => {
  it('is given all that it asks for, without a page', async () => {
    const config = await issuer.discover('first-party', 'secret')
    const agent = new UserAgent()
    const url = client.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope: 'openid', state: 's' })
    const landed = await agent.submit(await agent.open(url.href), [['account', 'alice']])
    expect(new URL(landed.url).origin + new URL(landed.url).pathname).toBe(CALLBACK)
    const tokens = await signIn(config, { scope: 'openid offline_access delete:contacts', prompt: 'none' }, {}, agent)
    expect(tokens.scope?.split(' ').toSorted()).toEqual(['delete:contacts', 'offline_access', 'openid'])
    expect(tokens.refresh_token).toBeTypeOf('string')
  })
})
