import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { call, http, processTokens, refusalOf, useIssuer } from './oauth4webapi-support.ts'

const issuer = useIssuer()

const client: oauth.Client = { client_id: 'couch-tv' }
const auth = oauth.None()

async function start(params: Readonly<Record<string, string>> = {}): Promise<oauth.DeviceAuthorizationResponse> {
  const request = { scope: 'openid offline_access read:pictures', ...params }
  const response = await oauth.deviceAuthorizationRequest(issuer.as, client, auth, request, http)
  return oauth.processDeviceAuthorizationResponse(issuer.as, client, response)
}

async function poll(device_code: string): Promise<oauth.TokenEndpointResponse> {
  const response = await oauth.deviceCodeGrantRequest(issuer.as, client, auth, device_code, http)
  return processTokens(issuer, response, (it) => oauth.processDeviceCodeResponse(issuer.as, client, it))
}

/** What the person does in a browser with the code that the television shows. */
async function answerDevice(user_code: string, answer: 'confirm' | 'abort'): Promise<string> {
  const agent = new UserAgent()
  const typed = await agent.open(`${issuer.url}/device`)
  const confirming = await agent.submit(typed, [
    ['xsrf', hidden(typed.body, 'xsrf')],
    ['user_code', user_code],
  ])
  const fields = ['xsrf', 'user_code'].map((name): [string, string] => [name, hidden(confirming.body, name)])
  const next = await agent.submit(confirming, [...fields, [answer, 'yes']])
  if (answer === 'abort') return next.body
  return (await agent.signIn(next.url)).body
}

function hidden(body: string, name: string): string {
  const [input = ''] = body.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`)) ?? []
  return /value="([^"]*)"/.exec(input)?.[1] ?? ''
}

describe('device authorization by oauth4webapi', () => {
  it('waits for the person, then gives tokens that the API takes, once', async () => {
    const device = await start()
    expect(device).toMatchObject({
      verification_uri: `${issuer.url}/device`,
      verification_uri_complete: expect.stringContaining(device.user_code),
      interval: 5,
      expires_in: 600,
    })
    expect(await refusalOf(poll(device.device_code))).toMatchObject({ error: 'authorization_pending' })
    expect(await answerDevice(device.user_code, 'confirm')).toContain('Couch TV')

    const tokens = await poll(device.device_code)
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'alice', aud: 'couch-tv' })
    expect((await call(tokens.access_token, issuer.api('photobox/pictures'))).status).toBe(200)
    expect(await refusalOf(poll(device.device_code))).toMatchObject({ error: 'invalid_grant' })
  })

  it('tells a device that asks too often to slow down', async () => {
    const { device_code } = await start()
    expect(await refusalOf(poll(device_code))).toMatchObject({ error: 'authorization_pending' })
    expect(await refusalOf(poll(device_code))).toMatchObject({ error: 'slow_down' })
  })

  it('tells the device that the person said no', async () => {
    const device = await start()
    await answerDevice(device.user_code, 'abort')
    expect(await refusalOf(poll(device.device_code))).toMatchObject({ error: 'access_denied' })
  })

  it('knows no code but its own', async () => {
    expect(await refusalOf(poll('made-up'))).toMatchObject({ error: 'invalid_grant' })
  })

  it('is not for a client that is not registered for it', async () => {
    const other = { client_id: 'my-todos' }
    const response = await oauth.deviceAuthorizationRequest(issuer.as, other, auth, { scope: 'openid' }, http)
    const refusal = refusalOf(oauth.processDeviceAuthorizationResponse(issuer.as, other, response))
    expect(await refusal).toMatchObject({ error: 'unauthorized_client', status: 400 })
  })
})
