import { decodeJwt, generateKeyPair, SignJWT } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import worldMappers from '../../resources/scenarios/world-mappers.json' with { type: 'json' }
import {
  calendarApp,
  call,
  codeFlow,
  http,
  myTodos,
  processTokens,
  refusalOf,
  useIssuer,
} from './oauth4webapi-support.ts'

const issuer = useIssuer()

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token'
const WORLD_MAPPERS = 'https://world-mappers.test/api'

const oldMail = { client: { client_id: 'old-mail' }, auth: oauth.None() }

const { kid, ...plannerJwk } = worldMappers.privateKeys['delivery-planner']
const plannerKey = await crypto.subtle.importKey('jwk', plannerJwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
  'sign',
])
const planner = { client: { client_id: 'delivery-planner' }, auth: oauth.PrivateKeyJwt({ key: plannerKey, kid }) }

async function request(
  { client, auth }: { client: oauth.Client; auth: oauth.ClientAuth },
  grant: string,
  params: Record<string, string>,
): Promise<oauth.TokenEndpointResponse> {
  const response = await oauth.genericTokenEndpointRequest(issuer.as, client, auth, grant, params, http)
  return processTokens(issuer, response, (it) => oauth.processGenericTokenEndpointResponse(issuer.as, client, it))
}

describe('the password grant by oauth4webapi', () => {
  it('gives tokens, an ID token and a refresh token', async () => {
    const credentials = { username: 'alice', password: 'alice', scope: 'openid email offline_access read:contacts' }
    const tokens = await request(oldMail, 'password', credentials)
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'alice', email: 'alice@organizer.test' })
    expect((await call(tokens.access_token, issuer.api('organizer/contacts'))).status).toBe(200)
    const { client, auth } = oldMail
    const response = await oauth.refreshTokenGrantRequest(issuer.as, client, auth, tokens.refresh_token ?? '', http)
    expect(await oauth.processRefreshTokenResponse(issuer.as, client, response)).toHaveProperty('access_token')
  })

  it.each([
    ['a wrong password', { username: 'alice', password: 'guessed' }, 'invalid_grant'],
    ['nobody', { username: 'nobody', password: 'nobody' }, 'invalid_grant'],
    ['no password', { username: 'alice' }, 'invalid_request'],
  ])('refuses %s', async (_what, credentials, error) => {
    expect(await refusalOf(request(oldMail, 'password', credentials))).toMatchObject({ error, status: 400 })
  })

  it('is not for a client that is not registered for it', async () => {
    const credentials = { username: 'alice', password: 'alice' }
    expect(await refusalOf(request(myTodos, 'password', credentials))).toMatchObject({
      error: 'unauthorized_client',
      status: 400,
    })
  })
})

describe('token exchange by oauth4webapi', () => {
  it.each([
    ['resource', ACCESS_TOKEN, 'access_token'],
    ['audience', ID_TOKEN, 'id_token'],
  ] as const)('gives a token for the next API, by %s and for %s', async (parameter, subject_token_type, member) => {
    const { [member]: subject_token = '' } = await codeFlow(issuer, calendarApp, 'openid read:contacts')
    const params = { subject_token, subject_token_type, [parameter]: WORLD_MAPPERS, scope: 'geocode' }
    const tokens = await request(planner, TOKEN_EXCHANGE, params)
    expect(tokens).toMatchObject({ issued_token_type: ACCESS_TOKEN, token_type: 'bearer', scope: 'geocode' })
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      sub: 'alice',
      act: { sub: 'delivery-planner' },
      aud: WORLD_MAPPERS,
    })
    expect((await call(tokens.access_token, issuer.api('world-mappers/geocode?q=Berlin'))).status).toBe(200)
  })

  it('names everyone who acted, the last one outermost', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'openid read:contacts')
    const exchange = { subject_token_type: ACCESS_TOKEN, resource: WORLD_MAPPERS, scope: 'geocode' }
    const first = await request(planner, TOKEN_EXCHANGE, { ...exchange, subject_token: access_token })
    const second = await request(planner, TOKEN_EXCHANGE, { ...exchange, subject_token: first.access_token })
    expect(decodeJwt(second.access_token)['act']).toEqual({ sub: 'delivery-planner', act: { sub: 'delivery-planner' } })
  })

  it('refuses a token that is none of this issuer', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const forged = await new SignJWT({ sub: 'alice', jti: 'x', client_id: 'calendar-app' })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
      .setIssuer(issuer.url)
      .setExpirationTime('5m')
      .sign(privateKey)
    const params = { subject_token: forged, subject_token_type: ACCESS_TOKEN, resource: WORLD_MAPPERS }
    expect(await refusalOf(request(planner, TOKEN_EXCHANGE, params))).toMatchObject({ error: 'invalid_request' })
  })
})

describe('JWT bearer by oauth4webapi', () => {
  function assertion(claims: Record<string, unknown> = {}, key: CryptoKey = plannerKey): Promise<string> {
    return new SignJWT({ sub: 'alice', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer('delivery-planner')
      .setAudience(issuer.url)
      .setExpirationTime('1m')
      .setJti(crypto.randomUUID())
      .sign(key)
  }

  it('gives a token for the user whom the assertion names', async () => {
    const tokens = await request(planner, JWT_BEARER, {
      assertion: await assertion(),
      scope: 'openid geocode',
      resource: WORLD_MAPPERS,
    })
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'alice', aud: 'delivery-planner' })
    expect((await call(tokens.access_token, issuer.api('world-mappers/geocode?q=Berlin'))).status).toBe(200)
  })

  it('refuses an assertion that was used, is about nobody, or was signed by a stranger', async () => {
    const used = await assertion()
    expect(await request(planner, JWT_BEARER, { assertion: used, scope: 'geocode' })).toHaveProperty('access_token')
    const { privateKey } = await generateKeyPair('ES256')
    for (const refused of [used, await assertion({ sub: 'nobody' }), await assertion({}, privateKey)]) {
      expect(await refusalOf(request(planner, JWT_BEARER, { assertion: refused }))).toMatchObject({
        error: 'invalid_grant',
      })
    }
  })
})

describe('a grant that there is not', () => {
  it('is refused as unsupported_grant_type', async () => {
    expect(await refusalOf(request(oldMail, 'urn:example:grant', {}))).toMatchObject({
      error: 'unsupported_grant_type',
    })
  })
})
