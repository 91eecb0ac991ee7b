import { decodeJwt } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import {
  authorize,
  CALLBACK,
  call,
  codeFlow,
  http,
  type Party,
  redeemCode,
  refusalOf,
  useIssuer,
} from './oauth4webapi-support.ts'

const bound = {
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'refresh_token', 'client_credentials'] as const,
  response_types: ['code'] as const,
  client_secret: 'bound-secret',
}

const issuer = useIssuer({
  clients: [
    { ...bound, client_id: 'bound', grant_types: [...bound.grant_types], response_types: [...bound.response_types] },
    {
      ...bound,
      client_id: 'nonce-bound',
      grant_types: [...bound.grant_types],
      response_types: [...bound.response_types],
      dpop_bound_access_tokens: true,
      valetkey: { requireDpopNonce: true },
    },
  ],
})

function party(client_id: string): Party {
  return { client: { client_id }, auth: oauth.ClientSecretBasic('bound-secret'), redirectUri: CALLBACK }
}

async function newHandle(client: oauth.Client, alg = 'ES256'): Promise<oauth.DPoPHandle> {
  return oauth.DPoP(client, await oauth.generateKeyPair(alg))
}

async function machineToken({ client, auth }: Party, DPoP?: oauth.DPoPHandle) {
  const params = { scope: 'geocode', resource: 'https://world-mappers.test/api' }
  const response = await oauth.clientCredentialsGrantRequest(issuer.as, client, auth, params, {
    ...http,
    ...(DPoP && { DPoP }),
  })
  return oauth.processClientCredentialsResponse(issuer.as, client, response)
}

/** What a call that went through had in its headers. */
async function sentHeaders(token: string, url: URL, DPoP: oauth.DPoPHandle): Promise<Record<string, string>> {
  let sent: Record<string, string> = {}
  const response = await oauth.protectedResourceRequest(token, 'GET', url, undefined, undefined, {
    ...http,
    DPoP,
    [oauth.customFetch]: (address, options) => {
      sent = options.headers
      return fetch(address, options as RequestInit)
    },
  })
  expect(response.status).toBe(200)
  return sent
}

const contacts = { scope: 'openid offline_access read:contacts', resource: 'https://organizer.test/api' }

describe('DPoP by oauth4webapi', () => {
  it.each(['ES256', 'RS256', 'PS256', 'Ed25519'])('binds the tokens of a user to a key for %s', async (alg) => {
    const app = party('bound')
    const DPoP = await newHandle(app.client, alg)
    const { scope, resource } = contacts
    const tokens = await codeFlow(issuer, app, scope, { DPoP, params: { resource } })
    expect(tokens.token_type).toBe('dpop')
    expect(decodeJwt(tokens.access_token)['cnf']).toEqual({ jkt: await DPoP.calculateThumbprint() })
    expect((await call(tokens.access_token, issuer.api('organizer/contacts'), { DPoP })).status).toBe(200)

    const response = await oauth.userInfoRequest(issuer.as, app.client, tokens.access_token, { DPoP, ...http })
    expect(await oauth.processUserInfoResponse(issuer.as, app.client, 'alice', response)).toMatchObject({
      sub: 'alice',
    })
  })

  it('binds an opaque token too, as introspection says', async () => {
    const app = party('bound')
    const DPoP = await newHandle(app.client)
    const tokens = await codeFlow(issuer, app, 'read:pictures', {
      DPoP,
      params: { resource: 'https://photobox.test/api' },
    })
    expect((await call(tokens.access_token, issuer.api('photobox/pictures'), { DPoP })).status).toBe(200)
    const response = await oauth.introspectionRequest(issuer.as, app.client, app.auth, tokens.access_token, http)
    const found = await oauth.processIntrospectionResponse(issuer.as, app.client, response)
    expect(found).toMatchObject({ active: true, token_type: 'DPoP', cnf: { jkt: await DPoP.calculateThumbprint() } })
  })

  it('keeps a bound token from being used as a bearer token or with another key', async () => {
    const app = party('bound')
    const tokens = await machineToken(app, await newHandle(app.client))
    const url = issuer.api('world-mappers/geocode?q=Berlin')
    expect(await refusalOf(call(tokens.access_token, url))).toMatchObject({ status: 401 })
    const DPoP = await newHandle(app.client)
    expect(await refusalOf(call(tokens.access_token, url, { DPoP }))).toMatchObject({ status: 401 })
  })

  it('keeps the key through a refresh', async () => {
    const app = party('bound')
    const DPoP = await newHandle(app.client)
    const { refresh_token = '' } = await codeFlow(issuer, app, contacts.scope, {
      DPoP,
      params: { resource: contacts.resource },
    })
    const response = await oauth.refreshTokenGrantRequest(issuer.as, app.client, app.auth, refresh_token, {
      DPoP,
      ...http,
    })
    const tokens = await oauth.processRefreshTokenResponse(issuer.as, app.client, response)
    expect((await call(tokens.access_token, issuer.api('organizer/contacts'), { DPoP })).status).toBe(200)
  })

  it('asks a client for a nonce where it must send one, and the second try goes through', async () => {
    const app = party('nonce-bound')
    const DPoP = await newHandle(app.client)
    const refusal = await refusalOf(machineToken(app, DPoP))
    expect(refusal).toMatchObject({ error: 'use_dpop_nonce' })
    expect(oauth.isDPoPNonceError(refusal)).toBe(true)
    expect(await machineToken(app, DPoP)).toMatchObject({ token_type: 'dpop' })
  })

  it('does not serve a client that must bind its tokens and sends no proof', async () => {
    expect(await refusalOf(machineToken(party('nonce-bound')))).toMatchObject({ error: 'invalid_grant' })
  })

  it('binds the code to the key that dpop_jkt names', async () => {
    const app = party('bound')
    const DPoP = await newHandle(app.client)
    const params = { dpop_jkt: await DPoP.calculateThumbprint() }
    expect(await codeFlow(issuer, app, 'openid', { DPoP, params })).toMatchObject({ token_type: 'dpop' })
    const other = codeFlow(issuer, app, 'openid', { DPoP: await newHandle(app.client), params })
    expect(await refusalOf(other)).toMatchObject({ error: 'invalid_grant' })
  })

  it('lets nobody use a proof twice, nor one for another address', async () => {
    const app = party('bound')
    const DPoP = await newHandle(app.client)
    const { access_token } = await machineToken(app, DPoP)
    const url = issuer.api('world-mappers/geocode?q=Berlin')
    const headers = await sentHeaders(access_token, url, DPoP)
    const again = await fetch(url, { headers })
    expect([again.status, again.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('invalid_dpop_proof'),
    ])
    const elsewhere = await fetch(issuer.api('world-mappers/route?from=Berlin&to=London'), {
      headers: { ...headers, dpop: (await sentHeaders(access_token, url, DPoP))['dpop'] ?? '' },
    })
    expect(elsewhere.status).toBe(401)
  })
})

describe('a nonce at the authorization code exchange', () => {
  it('is asked for without using the code up', async () => {
    const app = party('nonce-bound')
    const { client } = app
    const DPoP = await newHandle(client)
    const request = { client_id: client.client_id, response_type: 'code', redirect_uri: CALLBACK, scope: 'openid' }
    const callback = oauth.validateAuthResponse(issuer.as, client, await authorize(issuer, request))
    const exchange = () => redeemCode(issuer, app, callback, { DPoP })
    expect(oauth.isDPoPNonceError(await refusalOf(exchange()))).toBe(true)
    expect(await exchange()).toMatchObject({ token_type: 'dpop' })
  })
})
