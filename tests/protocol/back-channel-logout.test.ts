import { EventEmitter, once } from 'node:events'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { actionOf, formOf, signIn } from './browser.ts'
import { bodyOf, type LocalServer, startLocalServer } from './local-server.ts'
import { CALLBACK, claimsOf, useIssuer } from './support.ts'

const received = new EventEmitter()
let server: LocalServer
beforeAll(async () => {
  server = await startLocalServer(async (request, response) => {
    received.emit('request', `${request.method} ${request.url}`, new URLSearchParams(await bodyOf(request)))
    response.end()
  })
})
const issuer = useIssuer({
  config: () => ({
    clients: [
      {
        client_id: 'told',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        backchannel_logout_uri: `${server.url}/backchannel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
  }),
})
afterAll(() => server[Symbol.asyncDispose]())

async function logOut(agent: UserAgent): Promise<void> {
  const page = await agent.open(`${issuer.url}/logout`)
  await agent.submit(page, Object.entries({ ...formOf(page), logout: 'yes' }), actionOf(page))
}

describe('back-channel logout', () => {
  it('tells the application with a token that it can check', async () => {
    const agent = new UserAgent()
    const { id_token } = await signIn(
      await issuer.discover('told', 'secret'),
      { scope: 'openid' },
      { user: 'bob' },
      agent,
    )
    const { sid } = claimsOf(id_token) as { sid?: string }
    expect(sid).toBeTypeOf('string')
    const told = once(received, 'request')
    await logOut(agent)
    const [line, form] = (await told) as [string, URLSearchParams]
    expect([line, [...form.keys()]]).toEqual(['POST /backchannel-logout', ['logout_token']])
    const { payload, protectedHeader } = await issuer.verify(form.get('logout_token') ?? '')
    expect(protectedHeader).toMatchObject({ typ: 'logout+jwt' })
    expect(payload).toMatchObject({
      iss: issuer.url,
      aud: 'told',
      sub: 'bob',
      sid,
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: expect.any(Number),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })
    expect(payload).not.toHaveProperty('nonce')
  })

  it('is announced', async () => {
    const { json } = await issuer.request('/.well-known/openid-configuration')
    expect(json).toMatchObject({ backchannel_logout_supported: true, backchannel_logout_session_supported: true })
  })
})
