import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { CALLBACK, call, codeFlow, http, type Party, refusalOf, useIssuer } from './oauth4webapi-support.ts'

const issuer = useIssuer()

async function register(metadata: Parameters<typeof oauth.dynamicClientRegistrationRequest>[1]) {
  const response = await oauth.dynamicClientRegistrationRequest(issuer.as, metadata, http)
  return oauth.processDynamicClientRegistrationResponse(response)
}

function partyOf(client: Awaited<ReturnType<typeof register>>): Party {
  const { client_secret: secret } = client
  const auth = typeof secret === 'string' ? oauth.ClientSecretBasic(secret) : oauth.None()
  return { client, auth, redirectUri: CALLBACK }
}

describe('dynamic client registration by oauth4webapi', () => {
  it('makes a client that can sign people in at once', async () => {
    const client = await register({ client_name: 'Newcomer', redirect_uris: [CALLBACK], scope: 'openid email' })
    expect(client).toMatchObject({
      client_secret: expect.any(String),
      token_endpoint_auth_method: 'client_secret_basic',
    })
    const tokens = await codeFlow(issuer, partyOf(client), 'openid email')
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      aud: client.client_id,
      email: 'alice@organizer.test',
    })
  })

  it("makes a public client with an API's scopes", async () => {
    const client = await register({
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      scope: 'read:contacts offline_access',
    })
    expect(client).not.toHaveProperty('client_secret')
    const params = { resource: 'https://organizer.test/api' }
    const tokens = await codeFlow(issuer, partyOf(client), 'read:contacts offline_access', { params })
    expect(tokens).toHaveProperty('refresh_token')
    expect((await call(tokens.access_token, issuer.api('organizer/contacts'))).status).toBe(200)
  })

  it.each([
    [
      'a scope that nobody knows',
      { redirect_uris: [CALLBACK], scope: 'openid nothing:here' },
      'invalid_client_metadata',
    ],
    ['an address that is none', { redirect_uris: ['not an address'] }, 'invalid_redirect_uri'],
    [
      'settings that only this machine’s owner may make',
      { redirect_uris: [CALLBACK], valetkey: { skipConsent: true } },
      'invalid_client_metadata',
    ],
  ])('refuses %s', async (_what, metadata, error) => {
    expect(await refusalOf(register(metadata))).toMatchObject({ error, status: 400 })
  })

  it('lets the client read, change and remove itself', async () => {
    const client = await register({ client_name: 'Before', redirect_uris: [CALLBACK] })
    const { registration_client_uri: address, registration_access_token: token } = client
    if (typeof address !== 'string' || typeof token !== 'string')
      throw new Error('there is no way to manage the client')
    const uri = new URL(address)
    const manage = async (method: string, body?: string) => {
      const headers = new Headers({ 'content-type': 'application/json' })
      return call(token, uri, { method, headers, ...(body !== undefined && { body }) })
    }
    expect(await (await manage('GET')).json()).toMatchObject({ client_id: client.client_id, client_name: 'Before' })
    const {
      registration_access_token: _t,
      registration_client_uri: _u,
      client_id_issued_at: _i,
      client_secret_expires_at: _e,
      ...own
    } = client
    const changed = await manage('PUT', JSON.stringify({ ...own, client_name: 'After' }))
    expect(await changed.json()).toMatchObject({ client_name: 'After' })
    expect((await manage('DELETE')).status).toBe(204)
    expect(await refusalOf(manage('GET'))).toMatchObject({ status: 401 })
  })
})
