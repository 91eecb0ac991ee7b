import { describe, expect, it } from 'vitest'

import { buildForm, buildGet } from '../draft.ts'
import { toOpenidClient } from './to-openid-client.ts'

const ISSUER = 'http://localhost:4400'
const BASIC = ['authorization', `Basic ${btoa('calendar-app:calendar%2Dapp-secret')}`] as const

it('redeems a code, with all that belongs to it', () => {
  const draft = buildForm(
    `${ISSUER}/token`,
    {
      grant_type: 'authorization_code',
      code: 'SplxlOBeZQQYbYS6WxSbIA',
      redirect_uri: 'http://localhost:4401/callback',
      code_verifier: 'dBjftJeZ4CVP',
    },
    [BASIC],
  )
  expect(toOpenidClient(draft, 'client', { issuer: ISSUER, state: 'af0ifjsldkj', nonce: 'n-0S6' }))
    .toMatchInlineSnapshot(`
      "// npm install openid-client@6. Node 20 or newer. Save it as request.mjs, then: node request.mjs
      import * as client from 'openid-client'

      const config = await client.discovery(
        new URL('http://localhost:4400'),
        'calendar-app',
        undefined,
        client.ClientSecretBasic('calendar-app-secret'),
        // Plain HTTP, for an issuer on this machine.
        { execute: [client.allowInsecureRequests] },
      )

      const tokens = await client.authorizationCodeGrant(config, new URL('http://localhost:4401/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj&iss=http%3A%2F%2Flocalhost%3A4400'), {
        'pkceCodeVerifier': 'dBjftJeZ4CVP',
        'expectedState': 'af0ifjsldkj',
        'expectedNonce': 'n-0S6',
      })
      console.log(tokens)"
    `)
})

it('puts an address together for the user to open', () => {
  const draft = buildGet(`${ISSUER}/authorize`, { client_id: 'my-todos', response_type: 'code', scope: 'openid' })
  const code = toOpenidClient(draft, 'browser')
  expect(code).toContain(`client.buildAuthorizationUrl(config, {\n  'response_type': 'code',\n  'scope': 'openid',\n})`)
  expect(code).toContain('client.None()')
})

it('asks until somebody has approved elsewhere', () => {
  const grant_type = 'urn:openid:params:grant-type:ciba'
  const draft = buildForm(`${ISSUER}/token`, { grant_type, auth_req_id: '1c266114' }, [BASIC])
  expect(toOpenidClient(draft)).toContain(`client.pollBackchannelAuthenticationGrant(config, {
  'auth_req_id': '1c266114',
  'expires_in': 600,
  'interval': 5,
})`)
})

it('knows nothing of plain HTTP where there is none', () => {
  const draft = buildForm('https://id.example/token', { grant_type: 'client_credentials', client_id: 'a' })
  expect(toOpenidClient(draft)).not.toContain('allowInsecureRequests')
})

describe('says why, and sends the request by itself,', () => {
  it.each([
    ['for a proof that needs a key', [['dpop', 'eyJ.eyJ.x']] as const, {}, /DPoP proof needs the private key/],
    ['for an assertion that needs a key', [], { client_assertion: 'eyJ.eyJ.x' }, /assertion needs the private key/],
    ['for nobody', [], {}, /which client/],
    ['for a parameter that stands there twice', [], { scope: ['a', 'b'] }, /twice/],
  ] as const)('%s', (_, headers, parameters, reason) => {
    const code = toOpenidClient(buildForm(`${ISSUER}/token`, { grant_type: 'x', ...parameters }, headers))
    expect(code).toMatch(reason)
    expect(code).toContain('await fetch(')
  })
})
