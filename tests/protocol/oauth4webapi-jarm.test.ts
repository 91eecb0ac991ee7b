import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { readForm } from './oauth4webapi-form-post.ts'
import {
  authorize,
  CALLBACK,
  http,
  ISSUER_ALGS,
  openAuthorize,
  redeemCode,
  refusalOf,
  useIssuer,
} from './oauth4webapi-support.ts'

const issuer = useIssuer({
  clients: ISSUER_ALGS.map((alg) => ({
    client_id: `jarm-${alg}`,
    client_secret: 'jarm-secret',
    redirect_uris: [CALLBACK],
    authorization_signed_response_alg: alg,
  })),
})

function jarmClient(alg: string): oauth.Client {
  return { client_id: `jarm-${alg}`, authorization_signed_response_alg: alg }
}

function request({ client_id }: oauth.Client, response_mode: string) {
  return { client_id, response_type: 'code', redirect_uri: CALLBACK, scope: 'openid', state: 'mine', response_mode }
}

const client = jarmClient('RS256')

/** The parameters that the browser brings, wherever the mode puts them. */
async function bringBack(response_mode: string): Promise<URLSearchParams> {
  const page = await openAuthorize(issuer, request(client, response_mode))
  if (response_mode.startsWith('form_post')) return readForm(page).fields
  const { hash, searchParams } = new URL(page.url)
  return hash === '' ? searchParams : new URLSearchParams(hash.slice(1))
}

describe('signed authorization responses by oauth4webapi', () => {
  it.each(['jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'])('are taken by way of %s', async (mode) => {
    const sent = await bringBack(mode)
    expect([...sent.keys()]).toEqual(['response'])
    const answer = await oauth.validateJwtAuthResponse(issuer.as, client, sent, 'mine', http)
    const party = { client, auth: oauth.ClientSecretBasic('jarm-secret'), redirectUri: CALLBACK }
    const tokens = await redeemCode(issuer, party, answer)
    expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe('alice')
  })

  it.each(ISSUER_ALGS)('are signed with %s where the client wants it', async (alg) => {
    const landed = await authorize(issuer, request(jarmClient(alg), 'jwt'))
    const answer = await oauth.validateJwtAuthResponse(issuer.as, jarmClient(alg), landed, 'mine', http)
    expect(answer.get('code')).toBeTypeOf('string')
  })

  it('bring errors too', async () => {
    const landed = await authorize(issuer, request(client, 'jwt'), { deny: true })
    const refusal = await refusalOf(oauth.validateJwtAuthResponse(issuer.as, client, landed, 'mine', http))
    expect(refusal).toMatchObject({ error: 'access_denied', code: oauth.AUTHORIZATION_RESPONSE_ERROR })
  })

  it('are refused by the library for another client', async () => {
    const landed = await authorize(issuer, request(client, 'jwt'))
    const other = { ...client, client_id: 'another' }
    expect(await refusalOf(oauth.validateJwtAuthResponse(issuer.as, other, landed, 'mine', http))).toMatchObject({
      code: oauth.JWT_CLAIM_COMPARISON,
    })
  })
})
