import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { type Page, textOf, UserAgent } from '../support/user-agent.ts'
import { formOf } from './browser.ts'
import { claimsOf, useIssuer, WORLD_MAPPERS } from './support.ts'

const issuer = useIssuer()
const GRANT = 'urn:openid:params:grant-type:ciba'

async function ask(params: Readonly<Record<string, string>> = {}) {
  const config = await issuer.discover('taxi-finder', 'taxi-finder-secret')
  const binding_message = `Taxi ${crypto.randomUUID().slice(0, 8)}`
  const asked = { scope: 'openid profile route', login_hint: 'alice', binding_message, ...params }
  const request = await client.initiateBackchannelAuthentication(config, asked)
  const poll = () => client.genericGrantRequest(config, GRANT, { auth_req_id: request.auth_req_id })
  return { config, request, poll, message: asked.binding_message }
}

/** The person finds the request on their phone by what it says, and answers. */
async function answer(message: string, action: 'approve' | 'deny'): Promise<Page> {
  const agent = new UserAgent()
  const page = await agent.open(`${issuer.url}/approvals`)
  const [, form = ''] = page.body.split(message)
  return agent.submit(page, Object.entries({ ...formOf({ ...page, body: form.split('</form>')[0] ?? '' }), action }))
}

describe('CIBA', () => {
  it('gives tokens after the person has approved elsewhere', async () => {
    const { config, request, message } = await ask()
    expect(request).toEqual({ auth_req_id: expect.any(String), expires_in: 600, interval: 5 })
    expect(textOf((await answer(message, 'approve')).body)).toContain('Approved')
    const tokens = await client.pollBackchannelAuthenticationGrant(config, { ...request, interval: 0 })
    expect(tokens.claims()).toMatchObject({ sub: 'alice', name: 'Alice Adams', aud: 'taxi-finder' })
    expect(claimsOf(tokens.access_token)).toMatchObject({ sub: 'alice', aud: WORLD_MAPPERS })
    expect((await issuer.callApi('world-mappers/route?from=Berlin&to=Paris', tokens.access_token)).status).toBe(200)
  })

  it('says authorization_pending until then, and slow_down to early polls', async () => {
    const { poll, message } = await ask()
    await expect(poll()).rejects.toMatchObject({ status: 400, error: 'authorization_pending' })
    await expect(poll()).rejects.toMatchObject({ status: 400, error: 'slow_down' })
    await answer(message, 'approve')
    expect((await poll()).claims()?.sub).toBe('alice')
  })

  it('says access_denied when the person denies', async () => {
    const { poll, message } = await ask()
    expect(textOf((await answer(message, 'deny')).body)).toContain('Denied')
    await expect(poll()).rejects.toMatchObject({ error: 'access_denied' })
  })

  it('gives the tokens once', async () => {
    const { poll, message } = await ask()
    await answer(message, 'approve')
    await poll()
    await expect(poll()).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('finds the person by e-mail address, too, and gives a refresh token when it may', async () => {
    const { config, poll, message } = await ask({ login_hint: 'bob@organizer.test', scope: 'openid offline_access' })
    await answer(message, 'approve')
    const tokens = await poll()
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(refreshed.claims()?.sub).toBe('bob')
  })

  it('shows the person who asks, for whom, what and with which message', async () => {
    const { message } = await ask()
    const text = textOf((await new UserAgent().open(`${issuer.url}/approvals`)).body)
    for (const part of ['Taxi Finder', 'Alice Adams', message, 'Plan a route']) expect(text).toContain(part)
  })

  it('refuses an answer that did not come from its page', async () => {
    const { poll, message } = await ask()
    const agent = new UserAgent()
    const page = await agent.open(`${issuer.url}/approvals`)
    const [, form = ''] = page.body.split(message)
    const request = formOf({ ...page, body: form.split('</form>')[0] ?? '' })['request'] ?? ''
    const forged = await agent.submit(page, [
      ['request', request],
      ['csrf', 'forged'],
      ['action', 'approve'],
    ])
    expect(forged.status).toBe(403)
    await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending' })
  })

  it('refuses a person who is not known, and a message that no phone could show', async () => {
    await expect(ask({ login_hint: 'nobody' })).rejects.toMatchObject({ status: 400, error: 'unknown_user_id' })
    await expect(ask({ binding_message: 'x'.repeat(101) })).rejects.toMatchObject({ error: 'invalid_binding_message' })
    await expect(ask({ binding_message: 'Zahl\u0007' })).rejects.toMatchObject({ error: 'invalid_binding_message' })
    await expect(ask({ login_hint: '' })).rejects.toMatchObject({ error: 'invalid_request' })
  })

  it('ends a request after the time that the client asked for', async () => {
    const { request } = await ask({ requested_expiry: '30' })
    expect(request.expires_in).toBe(30)
  })
})
