import { decodeJwt } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { readForm } from './oauth4webapi-form-post.ts'
import {
  authorize,
  CALLBACK,
  calendarApp,
  call,
  http,
  ISSUER_ALGS,
  openAuthorize,
  redeemCode,
  refusalOf,
  useIssuer,
} from './oauth4webapi-support.ts'

const issuer = useIssuer({
  clients: ISSUER_ALGS.map((alg) => ({
    client_id: `hybrid-${alg}`,
    client_secret: 'hybrid-secret',
    redirect_uris: [CALLBACK],
    grant_types: ['authorization_code', 'implicit'],
    response_types: ['code id_token'],
    id_token_signed_response_alg: alg,
  })),
})

function hybridClient(alg: string): oauth.Client {
  return { client_id: `hybrid-${alg}`, id_token_signed_response_alg: alg }
}

function request(client: oauth.Client, params: Readonly<Record<string, string>> = {}) {
  return {
    client_id: client.client_id,
    response_type: 'code id_token',
    redirect_uri: CALLBACK,
    scope: 'openid email',
    nonce: 'n-0S6_WzA2Mj',
    ...params,
  }
}

const { client } = calendarApp

describe('hybrid code id_token by oauth4webapi', () => {
  it('gives an ID token now and the tokens for the code', async () => {
    const landed = await authorize(issuer, request(client, { state: 'mine', scope: 'openid read:contacts' }))
    const callback = await oauth.validateCodeIdTokenResponse(
      issuer.as,
      client,
      landed,
      'n-0S6_WzA2Mj',
      'mine',
      undefined,
      http,
    )
    const tokens = await redeemCode(issuer, calendarApp, callback, { checks: { expectedNonce: 'n-0S6_WzA2Mj' } })
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'alice', aud: 'calendar-app' })
    expect((await call(tokens.access_token, issuer.api('organizer/contacts'))).status).toBe(200)
  })

  it.each(ISSUER_ALGS)('signs with %s, and the hashes of code and state fit', async (alg) => {
    const signed = hybridClient(alg)
    const landed = await authorize(issuer, request(signed, { state: 'mine' }))
    await oauth.validateCodeIdTokenResponse(issuer.as, signed, landed, 'n-0S6_WzA2Mj', 'mine', undefined, http)
    const callback = await oauth.validateDetachedSignatureResponse(
      issuer.as,
      signed,
      landed,
      'n-0S6_WzA2Mj',
      'mine',
      undefined,
      http,
    )
    expect(callback.get('code')).toBeTypeOf('string')
  })

  it('says when the person signed in, when the client asks', async () => {
    const landed = await authorize(issuer, request(client, { max_age: '600' }))
    const validated = oauth.validateCodeIdTokenResponse(
      issuer.as,
      client,
      landed,
      'n-0S6_WzA2Mj',
      oauth.expectNoState,
      600,
      http,
    )
    await expect(validated).resolves.toBeInstanceOf(URLSearchParams)
  })

  it('arrives in a form just as well', async () => {
    const page = await openAuthorize(issuer, request(client, { response_mode: 'form_post', state: 'mine' }))
    const { action, fields } = readForm(page)
    expect(action).toBe(CALLBACK)
    const posted = new Request(action, { method: 'POST', body: fields })
    const callback = await oauth.validateCodeIdTokenResponse(
      issuer.as,
      client,
      posted,
      'n-0S6_WzA2Mj',
      'mine',
      undefined,
      http,
    )
    expect(callback.get('code')).toBeTypeOf('string')
  })

  it('lets the library notice an exchanged code', async () => {
    const [mine, stolen] = [await authorize(issuer, request(client)), await authorize(issuer, request(client))]
    const mixed = new URLSearchParams(mine.hash.slice(1))
    mixed.set('code', new URLSearchParams(stolen.hash.slice(1)).get('code') ?? '')
    const validated = oauth.validateCodeIdTokenResponse(
      issuer.as,
      client,
      mixed,
      'n-0S6_WzA2Mj',
      undefined,
      undefined,
      http,
    )
    expect(await refusalOf(validated)).toMatchObject({ code: oauth.JWT_CLAIM_COMPARISON, cause: { claim: 'c_hash' } })
  })

  it('is not given without a nonce', async () => {
    const { nonce: _nonce, ...without } = request(client)
    const landed = await authorize(issuer, without)
    const validated = oauth.validateCodeIdTokenResponse(issuer.as, client, landed, 'none', undefined, undefined, http)
    expect(await refusalOf(validated)).toMatchObject({ error: 'invalid_request' })
  })
})

describe('the other types that bring something in the fragment', () => {
  it.each([
    ['code token', ['code', 'access_token']],
    ['code id_token token', ['code', 'id_token', 'access_token']],
    ['id_token', ['id_token']],
  ])('%s brings what it says', async (response_type, expected) => {
    const landed = await authorize(issuer, request(client, { response_type }))
    const answer = new URLSearchParams(landed.hash.slice(1))
    const given = ['code', 'id_token', 'access_token'].filter((name) => answer.has(name))
    expect(given).toEqual(expected)
    // RFC 9207 section 2.4: an ID token says it already.
    const idToken = answer.get('id_token')
    const iss = idToken === null ? answer.get('iss') : decodeJwt(idToken).iss
    expect(iss).toBe(issuer.url)
  })
})
