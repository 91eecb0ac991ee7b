import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { responseOf, type Visit, visit } from './browser.ts'
import { CALLBACK, halfHash, useIssuer } from './support.ts'

const issuer = useIssuer()
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')

/** openid-client knows `code id_token` only; of the other types it is handed the code as if it had come alone. */
function asQuery(landed: Visit): URL {
  const { code = '', state = '', iss = issuer.url } = responseOf(landed)
  return new URL(`${CALLBACK}?${new URLSearchParams({ code, state, iss })}`)
}

describe('hybrid', () => {
  it('code id_token: the ID token vouches for the code by c_hash, and the code gives the rest', async () => {
    const config = await calendarApp()
    client.useCodeIdTokenResponseType(config)
    const landed = await visit(config, { response_type: 'code id_token', scope: 'openid offline_access read:contacts' })
    const response = responseOf(landed)
    const { payload } = await issuer.verify(response['id_token'] ?? '')
    expect(payload).toMatchObject({ nonce: landed.nonce, c_hash: await halfHash(response['code'] ?? '') })
    expect(response).not.toHaveProperty('access_token')
    const tokens = await client.authorizationCodeGrant(config, landed.url, landed.checks)
    expect(tokens.refresh_token).toBeTypeOf('string')
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(200)
  })

  it('code token: an access token at once and another for the code', async () => {
    const config = await calendarApp()
    const landed = await visit(config, { response_type: 'code token', scope: 'openid read:contacts' })
    const { access_token = '', id_token, expires_in } = responseOf(landed)
    expect(id_token).toBeUndefined()
    expect(expires_in).toBe('3600')
    expect((await issuer.callApi('organizer/contacts', access_token)).status).toBe(200)
    const tokens = await client.authorizationCodeGrant(config, asQuery(landed), landed.checks)
    expect(tokens.claims()?.sub).toBe('alice')
    expect(tokens.access_token).not.toBe(access_token)
  })

  it('code id_token token: the ID token vouches for both', async () => {
    const config = await calendarApp()
    const landed = await visit(config, { response_type: 'code id_token token', scope: 'openid read:contacts' })
    const { access_token = '', code = '', id_token = '' } = responseOf(landed)
    const { payload } = await issuer.verify(id_token)
    expect(payload).toMatchObject({
      nonce: landed.nonce,
      at_hash: await halfHash(access_token),
      c_hash: await halfHash(code),
    })
    const tokens = await client.authorizationCodeGrant(config, asQuery(landed), landed.checks)
    expect(tokens.claims()?.sub).toBe(payload.sub)
  })

  it('takes the words of response_type in any order', async () => {
    const config = await calendarApp()
    const landed = await visit(config, { response_type: 'token id_token code', scope: 'openid' })
    expect(Object.keys(responseOf(landed))).toEqual(expect.arrayContaining(['access_token', 'id_token', 'code']))
  })

  it('comes by form_post, too', async () => {
    const config = await calendarApp()
    client.useCodeIdTokenResponseType(config)
    const landed = await visit(config, { response_type: 'code id_token', response_mode: 'form_post', scope: 'openid' })
    const body = new URLSearchParams(responseOf(landed))
    const request = new Request('http://localhost:3000/callback', { method: 'POST', body })
    const tokens = await client.authorizationCodeGrant(config, request, landed.checks)
    expect(tokens.claims()?.sub).toBe('alice')
  })
})
