import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { call, http, processTokens, refusalOf, useIssuer } from './oauth4webapi-support.ts'

const issuer = useIssuer()

const client: oauth.Client = { client_id: 'taxi-finder' }
const auth = oauth.ClientSecretBasic('taxi-finder-secret')

async function start(params: Readonly<Record<string, string>> = {}): Promise<oauth.BackchannelAuthenticationResponse> {
  const request = { scope: 'openid phone geocode', login_hint: 'alice@organizer.test', ...params }
  const response = await oauth.backchannelAuthenticationRequest(issuer.as, client, auth, request, http)
  return oauth.processBackchannelAuthenticationResponse(issuer.as, client, response)
}

async function poll(auth_req_id: string): Promise<oauth.TokenEndpointResponse> {
  const response = await oauth.backchannelAuthenticationGrantRequest(issuer.as, client, auth, auth_req_id, http)
  return processTokens(issuer, response, (it) =>
    oauth.processBackchannelAuthenticationGrantResponse(issuer.as, client, it),
  )
}

/** What the person does on the page that plays the phone. */
async function answerRequest(message: string, action: 'approve' | 'deny'): Promise<void> {
  const agent = new UserAgent()
  const page = await agent.open(`${issuer.url}/approvals`)
  const item = page.body.split('<li class="card"').find((part) => part.includes(message)) ?? ''
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(item)?.[1] ?? ''
  const answered = await agent.submit(page, [
    ['csrf', value('csrf')],
    ['request', value('request')],
    ['action', action],
  ])
  expect(answered.status).toBe(200)
}

describe('backchannel authentication by oauth4webapi', () => {
  it('waits for the person on the phone, then gives tokens that the API takes', async () => {
    const { auth_req_id, expires_in, interval } = await start({ binding_message: 'ride 4711' })
    expect({ expires_in, interval }).toEqual({ expires_in: 600, interval: 5 })
    expect(await refusalOf(poll(auth_req_id))).toMatchObject({ error: 'authorization_pending' })
    await answerRequest('ride 4711', 'approve')

    const tokens = await poll(auth_req_id)
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'alice', phone_number: '+44 20 7946 0101' })
    expect((await call(tokens.access_token, issuer.api('world-mappers/geocode?q=Berlin'))).status).toBe(200)
    expect(await refusalOf(poll(auth_req_id))).toMatchObject({ error: 'invalid_grant' })
  })

  it('tells the client that the person said no', async () => {
    const { auth_req_id } = await start({ binding_message: 'ride 4712' })
    await answerRequest('ride 4712', 'deny')
    expect(await refusalOf(poll(auth_req_id))).toMatchObject({ error: 'access_denied' })
  })

  it('tells a client that asks too often to slow down', async () => {
    const { auth_req_id } = await start()
    expect(await refusalOf(poll(auth_req_id))).toMatchObject({ error: 'authorization_pending' })
    expect(await refusalOf(poll(auth_req_id))).toMatchObject({ error: 'slow_down' })
  })

  it.each([
    ['a person whom it does not know', { login_hint: 'nobody' }, 'unknown_user_id'],
    ['a message that no screen can show', { binding_message: 'x'.repeat(101) }, 'invalid_binding_message'],
    ['no scope openid', { scope: 'geocode' }, 'invalid_request'],
  ])('refuses a request with %s', async (_what, params, error) => {
    expect(await refusalOf(start(params))).toMatchObject({ error, status: 400 })
  })
})
