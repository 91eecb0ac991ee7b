import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import {
  CALLBACK,
  calendarApp,
  call,
  codeFlow,
  http,
  ISSUER_ALGS,
  myTodos,
  type Party,
  refusalOf,
  useIssuer,
} from './oauth4webapi-support.ts'

const issuer = useIssuer({
  clients: ISSUER_ALGS.map((alg) => ({
    client_id: `signed-${alg}`,
    client_secret: 'signed-secret',
    redirect_uris: [CALLBACK],
    userinfo_signed_response_alg: alg,
    introspection_signed_response_alg: alg,
    id_token_signed_response_alg: alg,
  })),
})

function signedParty(alg: string): Party {
  const client = {
    client_id: `signed-${alg}`,
    userinfo_signed_response_alg: alg,
    introspection_signed_response_alg: alg,
    id_token_signed_response_alg: alg,
  }
  return { client, auth: oauth.ClientSecretBasic('signed-secret'), redirectUri: CALLBACK }
}

async function introspect({ client, auth }: Party, token: string): Promise<oauth.IntrospectionResponse> {
  const response = await oauth.introspectionRequest(issuer.as, client, auth, token, http)
  const found = await oauth.processIntrospectionResponse(issuer.as, client, response)
  if (client.introspection_signed_response_alg !== undefined) {
    await oauth.validateApplicationLevelSignature(issuer.as, response, http)
  }
  return found
}

async function revoke({ client, auth }: Party, token: string): Promise<void> {
  await oauth.processRevocationResponse(await oauth.revocationRequest(issuer.as, client, auth, token, http))
}

/** A token that is looked up, and one that says everything itself. */
const FORMATS = [
  ['an opaque token', 'read:pictures', 'https://photobox.test/api', 'photobox/pictures'],
  ['a JWT', 'read:contacts', 'https://organizer.test/api', 'organizer/contacts'],
] as const

describe('introspection and revocation by oauth4webapi', () => {
  it.each(FORMATS)('know %s, and know when it was revoked', async (_format, scope, resource, path) => {
    const { access_token } = await codeFlow(issuer, calendarApp, `openid ${scope}`, { params: { resource } })
    expect(await introspect(calendarApp, access_token)).toMatchObject({
      active: true,
      sub: 'alice',
      client_id: 'calendar-app',
      aud: resource,
      iss: issuer.url,
      scope: expect.stringContaining(scope),
    })
    expect((await call(access_token, issuer.api(path))).status).toBe(200)
    await revoke(calendarApp, access_token)
    expect(await introspect(calendarApp, access_token)).toEqual({ active: false })
    expect(await refusalOf(call(access_token, issuer.api(path)))).toMatchObject({ status: 401 })
  })

  it.each(FORMATS)('take %s away with its refresh token', async (_format, scope, resource, path) => {
    const tokens = await codeFlow(issuer, calendarApp, `openid offline_access ${scope}`, { params: { resource } })
    expect(await introspect(calendarApp, tokens.refresh_token ?? '')).toMatchObject({ active: true, sub: 'alice' })
    await revoke(calendarApp, tokens.refresh_token ?? '')
    expect(await introspect(calendarApp, tokens.access_token)).toEqual({ active: false })
    expect(await refusalOf(call(tokens.access_token, issuer.api(path)))).toMatchObject({ status: 401 })
  })

  it.each(ISSUER_ALGS)('answer in a JWT signed with %s', async (alg) => {
    const party = signedParty(alg)
    const { access_token } = await codeFlow(issuer, party, 'openid email')
    expect(await introspect(party, access_token)).toMatchObject({ active: true, sub: 'alice', scope: 'openid email' })
    expect(await introspect(party, 'made-up')).toEqual({ active: false })
  })

  it('say nothing of what is no token, and revoke it without complaint', async () => {
    for (const token of ['made-up', 'ey.ey.ey']) {
      expect(await introspect(calendarApp, token)).toEqual({ active: false })
      await expect(revoke(calendarApp, token)).resolves.toBeUndefined()
    }
  })

  it('revoke nothing for a client that it does not belong to', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'openid read:contacts')
    await revoke(myTodos, access_token).catch(() => undefined)
    expect(await introspect(calendarApp, access_token)).toMatchObject({ active: true })
  })
})

describe('UserInfo by oauth4webapi', () => {
  async function userInfo({ client }: Party, token: string, sub: string): Promise<oauth.UserInfoResponse> {
    const response = await oauth.userInfoRequest(issuer.as, client, token, http)
    const claims = await oauth.processUserInfoResponse(issuer.as, client, sub, response)
    if (client.userinfo_signed_response_alg !== undefined) {
      await oauth.validateApplicationLevelSignature(issuer.as, response, http)
    }
    return claims
  }

  it.each(ISSUER_ALGS)('is signed with %s where the client wants it', async (alg) => {
    const party = signedParty(alg)
    const { access_token } = await codeFlow(issuer, party, 'openid email')
    expect(await userInfo(party, access_token, 'alice')).toMatchObject({ sub: 'alice', email_verified: true })
  })

  it('gives the claims of every scope that was granted, and no others', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'openid profile email address phone', { user: 'bob' })
    expect(await userInfo(calendarApp, access_token, 'bob')).toMatchObject({
      name: 'Bob Brandt',
      email: 'bob@organizer.test',
      phone_number: '+49 30 23125 102',
      address: { locality: 'Berlin' },
      roles: ['member'],
    })
    const less = await codeFlow(issuer, calendarApp, 'openid email address', { user: 'bob', without: ['address'] })
    expect(Object.keys(await userInfo(calendarApp, less.access_token, 'bob')).sort()).toEqual([
      'email',
      'email_verified',
      'sub',
    ])
  })

  it('is refused by the library when it is about somebody else', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'openid')
    expect(await refusalOf(userInfo(calendarApp, access_token, 'bob'))).toMatchObject({
      code: oauth.JSON_ATTRIBUTE_COMPARISON,
    })
  })

  it('is refused without openid, naming the scope, and without a token that is good', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'read:contacts')
    const refusal = await refusalOf(userInfo(calendarApp, access_token, 'alice'))
    expect(refusal).toMatchObject({
      status: 403,
      cause: [{ scheme: 'bearer', parameters: { error: 'insufficient_scope', scope: 'openid' } }],
    })
    const invalid = await refusalOf(userInfo(calendarApp, 'made-up', 'alice'))
    expect(invalid).toMatchObject({
      status: 401,
      cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
    })
  })
})
