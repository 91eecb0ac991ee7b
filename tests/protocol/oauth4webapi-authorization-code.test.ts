import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import {
  authorize,
  calendarApp,
  call,
  codeFlow,
  http,
  myTodos,
  type Party,
  processTokens,
  redeemCode,
  refusalOf,
  useIssuer,
} from './oauth4webapi-support.ts'

const issuer = useIssuer({
  clients: [
    {
      client_id: 'native-app',
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1'],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'none',
      valetkey: { refreshTokens: 'always' },
    },
    { client_id: 'old-client', client_secret: 'old-client-secret', redirect_uris: ['http://localhost:3000/callback'] },
  ],
})

const PARTIES: readonly (readonly [string, Party, string, string])[] = [
  ['a confidential client', calendarApp, 'read:contacts', 'organizer/contacts'],
  ['a public client', myTodos, 'read:tasks', 'organizer/tasks'],
  [
    'a native client on a port that the system chose',
    { client: { client_id: 'text-app' }, auth: oauth.None(), redirectUri: 'http://127.0.0.1:49152/callback' },
    'read:contacts',
    'organizer/contacts',
  ],
]

/** A request without PKCE, state and nonce, and what the library makes of the answer. */
async function requestCode(party: Party, params: Record<string, string>, options?: Parameters<typeof authorize>[2]) {
  const { client, redirectUri } = party
  const request = { client_id: client.client_id, response_type: 'code', redirect_uri: redirectUri, ...params }
  return authorize(issuer, request, options)
}

describe('authorization code by oauth4webapi', () => {
  it.each(PARTIES)('gives %s tokens, claims, user information and a call', async (_title, party, scope, path) => {
    const tokens = await codeFlow(issuer, party, `openid profile email offline_access ${scope}`)
    const claims = oauth.getValidatedIdTokenClaims(tokens)
    expect(claims).toMatchObject({ iss: issuer.url, sub: 'alice', aud: party.client.client_id, name: 'Alice Adams' })

    const response = await oauth.userInfoRequest(issuer.as, party.client, tokens.access_token, http)
    const userinfo = await oauth.processUserInfoResponse(issuer.as, party.client, 'alice', response)
    expect(userinfo).toMatchObject({ sub: 'alice', email: 'alice@organizer.test' })
    expect((await call(tokens.access_token, issuer.api(path))).status).toBe(200)
  })

  it('rotates the refresh token and takes the family away when an old one comes back', async () => {
    const { refresh_token: first = '' } = await codeFlow(issuer, calendarApp, 'openid offline_access read:contacts')
    const refresh = async (token: string) => {
      const response = await oauth.refreshTokenGrantRequest(
        issuer.as,
        calendarApp.client,
        calendarApp.auth,
        token,
        http,
      )
      return processTokens(issuer, response, (it) =>
        oauth.processRefreshTokenResponse(issuer.as, calendarApp.client, it),
      )
    }
    const second = await refresh(first)
    expect(second.refresh_token).not.toBe(first)
    expect(oauth.getValidatedIdTokenClaims(second)).toMatchObject({ sub: 'alice' })
    expect((await call(second.access_token, issuer.api('organizer/contacts'))).status).toBe(200)
    expect(await refusalOf(refresh(first))).toMatchObject({ error: 'invalid_grant', status: 400 })
    expect(await refusalOf(refresh(second.refresh_token ?? ''))).toMatchObject({ error: 'invalid_grant' })
    expect(await refusalOf(call(second.access_token, issuer.api('organizer/contacts')))).toMatchObject({ status: 401 })
  })

  it('works for plain OAuth without openid', async () => {
    const tokens = await codeFlow(issuer, calendarApp, 'read:contacts')
    expect(tokens).not.toHaveProperty('id_token')
    expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'read:contacts', expires_in: expect.any(Number) })
    expect((await call(tokens.access_token, issuer.api('organizer/contacts'))).status).toBe(200)
  })

  it.each(['resource', 'audience'])('gives a token for the API that %s names', async (parameter) => {
    const party: Party = {
      ...calendarApp,
      client: { client_id: 'old-client' },
      auth: oauth.ClientSecretBasic('old-client-secret'),
    }
    const params = { [parameter]: 'https://photobox.test/api' }
    const tokens = await codeFlow(issuer, party, 'openid read:pictures', { params })
    expect((await call(tokens.access_token, issuer.api('photobox/pictures'))).status).toBe(200)
  })

  it('serves a redirect address without a path on any port, and refreshes without offline_access', async () => {
    const party: Party = {
      client: { client_id: 'native-app' },
      auth: oauth.None(),
      redirectUri: 'http://127.0.0.1:50001',
    }
    const tokens = await codeFlow(issuer, party, 'openid')
    const response = await oauth.refreshTokenGrantRequest(
      issuer.as,
      party.client,
      party.auth,
      tokens.refresh_token ?? '',
      http,
    )
    expect(await oauth.processRefreshTokenResponse(issuer.as, party.client, response)).toHaveProperty('refresh_token')
  })

  it('lets a confidential client do without PKCE', async () => {
    const landed = await requestCode(calendarApp, { scope: 'openid' })
    const callback = oauth.validateAuthResponse(issuer.as, calendarApp.client, landed, oauth.expectNoState)
    const tokens = await redeemCode(issuer, calendarApp, callback)
    expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe('alice')
  })

  it('knows when the person signed in, and asks again when that is too long ago', async () => {
    const agent = new UserAgent()
    const party = { ...calendarApp, client: { ...calendarApp.client, require_auth_time: true, default_max_age: 300 } }
    const tokens = await codeFlow(issuer, party, 'openid', { agent, params: { max_age: '300' } })
    expect(oauth.getValidatedIdTokenClaims(tokens)?.auth_time).toBeTypeOf('number')
    const silent = await requestCode(calendarApp, { scope: 'openid', prompt: 'none', max_age: '0' }, { agent })
    expect(silent.searchParams.get('error')).toBe('login_required')
  })

  it('lets Carol in with her second factor and says so', async () => {
    const params = { acr_values: 'urn:valetkey:acr:second-factor' }
    const tokens = await codeFlow(issuer, calendarApp, 'openid', { user: 'carol', params })
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'carol', acr: params.acr_values })
  })
})

describe('an authorization response that is not to be trusted', () => {
  it('is refused by the library when it names another issuer or none', async () => {
    const landed = await requestCode(calendarApp, { scope: 'openid' })
    expect(landed.searchParams.get('iss')).toBe(issuer.url)
    landed.searchParams.set('iss', 'http://attacker.test')
    expect(() => oauth.validateAuthResponse(issuer.as, calendarApp.client, landed)).toThrow(/"iss"/)
    landed.searchParams.delete('iss')
    expect(() => oauth.validateAuthResponse(issuer.as, calendarApp.client, landed)).toThrow(/"iss"/)
  })

  it('is refused by the library when its state is another', async () => {
    const landed = await requestCode(calendarApp, { scope: 'openid', state: 'mine' })
    expect(() => oauth.validateAuthResponse(issuer.as, calendarApp.client, landed, 'yours')).toThrow(/"state"/)
  })

  it('carries the error when the person denies, with state and iss', async () => {
    const landed = await requestCode(calendarApp, { scope: 'openid', state: 'mine' }, { deny: true })
    const refusal = await refusalOf(
      (async () => oauth.validateAuthResponse(issuer.as, calendarApp.client, landed, 'mine'))(),
    )
    expect(refusal).toBeInstanceOf(oauth.AuthorizationResponseError)
    expect(refusal).toMatchObject({ error: 'access_denied', error_description: 'the user denied the request' })
  })
})

describe('a code', () => {
  async function exchange(verifier: string, params: Record<string, string>, party = myTodos) {
    const landed = await requestCode(party, { scope: 'openid', ...params })
    const callback = oauth.validateAuthResponse(issuer.as, party.client, landed)
    return (redirectUri = party.redirectUri) => redeemCode(issuer, { ...party, redirectUri }, callback, { verifier })
  }

  async function challenge(verifier: string) {
    return { code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }
  }

  it('is worth nothing with a wrong verifier', async () => {
    const send = await exchange(oauth.generateRandomCodeVerifier(), await challenge(oauth.generateRandomCodeVerifier()))
    expect(await refusalOf(send())).toMatchObject({ error: 'invalid_grant' })
  })

  it('is worth nothing with another redirect address', async () => {
    const verifier = oauth.generateRandomCodeVerifier()
    const send = await exchange(verifier, await challenge(verifier))
    expect(await refusalOf(send('http://localhost:5173/silent'))).toMatchObject({ error: 'invalid_grant' })
  })

  it('works once, and a second use takes the tokens of the first away', async () => {
    const verifier = oauth.generateRandomCodeVerifier()
    const send = await exchange(verifier, { ...(await challenge(verifier)), scope: 'read:tasks' })
    const { access_token } = await send()
    expect((await call(access_token, issuer.api('organizer/tasks'))).status).toBe(200)
    expect(await refusalOf(send())).toMatchObject({ error: 'invalid_grant' })
    expect(await refusalOf(call(access_token, issuer.api('organizer/tasks')))).toMatchObject({ status: 401 })
  })

  it('is not given to a public client without PKCE', async () => {
    const landed = await requestCode(myTodos, { scope: 'openid' })
    expect(landed.searchParams.get('error')).toBe('invalid_request')
  })
})
