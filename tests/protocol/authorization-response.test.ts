import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { visit } from './browser.ts'
import { CALLBACK, useIssuer } from './support.ts'

const issuer = useIssuer()

describe('the answer of the authorization endpoint', () => {
  it('carries state and the issuer', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const { url, checks } = await visit(config, { scope: 'openid' })
    expect(url.origin + url.pathname).toBe(CALLBACK)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      code: expect.any(String),
      state: checks.expectedState,
      iss: issuer.url,
    })
    expect(config.serverMetadata().authorization_response_iss_parameter_supported).toBe(true)
  })

  it('carries state and the issuer when it is an error, too', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const refused = await visit(config, { scope: 'openid', prompt: 'none' })
    expect(Object.fromEntries(refused.url.searchParams)).toMatchObject({
      error: 'login_required',
      error_description: expect.any(String),
      state: refused.checks.expectedState,
      iss: issuer.url,
    })
    const attempt = client.authorizationCodeGrant(config, refused.url, refused.checks)
    await expect(attempt).rejects.toMatchObject({ code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'login_required' })
  })

  it('tells the application when the person cancels', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const agent = new UserAgent()
    const url = client.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope: 'openid', state: 's' })
    const landed = new URL((await agent.submit(await agent.open(url.href), [['action', 'cancel']])).url)
    expect(Object.fromEntries(landed.searchParams)).toMatchObject({
      error: 'access_denied',
      state: 's',
      iss: issuer.url,
    })
  })

  it('keeps a long state and an odd one as they were', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    for (const state of ['x'.repeat(2000), 'a b+c%20&d=é', '{"to":"/"}']) {
      const { url } = await visit(config, { scope: 'openid', state })
      expect(url.searchParams.get('state')).toBe(state)
    }
  })

  it('comes for a request that was posted', async () => {
    const agent = new UserAgent()
    const body = new URLSearchParams({
      client_id: 'calendar-app',
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid',
      state: 'posted',
    })
    const page = await agent.open(`${issuer.url}/authorize`, { method: 'POST', body })
    const landed = await agent.signIn(page.url)
    expect(new URL(landed.url).searchParams.get('state')).toBe('posted')
  })

  it('leaves by a GET, whatever page was answered with a POST', async () => {
    const config = await issuer.discover('calendar-app', 'calendar-app-secret')
    const { page } = await visit(config, { scope: 'openid' })
    expect([302, 303]).toContain(page.status)
  })
})

describe('a request whose sender is not known', () => {
  it('stops on a page, never at the address it named', async () => {
    const wrong = [
      { client_id: 'calendar-app', redirect_uri: 'http://localhost:3000/callbck' },
      { client_id: 'calendar-ap', redirect_uri: CALLBACK },
      { client_id: 'calendar-app', redirect_uri: 'https://attacker.test/' },
    ]
    for (const params of wrong) {
      const query = new URLSearchParams({ response_type: 'code', scope: 'openid', ...params })
      const page = await new UserAgent().open(`${issuer.url}/authorize?${query}`)
      expect([page.status, page.headers.get('location')]).toEqual([400, null])
      expect(page.headers.get('content-type')).toContain('text/html')
    }
  })
})
