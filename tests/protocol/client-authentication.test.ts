import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ClientFile } from '#shared/contract/client.ts'

import { deliveryPlannerJwt, deliveryPlannerKey } from './delivery-planner.ts'
import { type LocalServer, startLocalServer } from './local-server.ts'
import { basic, claimsOf, useIssuer, WORLD_MAPPERS } from './support.ts'

const SECRET = 'a+b%c:d e&f'
const machine = {
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  scope: 'geocode route',
} satisfies Partial<ClientFile>
const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
const jwk = { ...(await exportJWK(publicKey)), kid: 'served', alg: 'ES256' }
let keys: LocalServer
// The issuer's config names the server's address, so the server stands first.
beforeAll(async () => {
  keys = await startLocalServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/jwk-set+json' }).end(JSON.stringify({ keys: [jwk] }))
  })
})
afterAll(() => keys[Symbol.asyncDispose]())
const issuer = useIssuer({
  config: () => ({
    clients: [
      {
        ...machine,
        client_id: 'hmac',
        client_secret: 'a-secret-of-thirty-two-characters',
        token_endpoint_auth_method: 'client_secret_jwt',
      },
      { ...machine, client_id: 'special', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_basic' },
      { ...machine, client_id: 'posting', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_post' },
      { ...machine, client_id: 'served', jwks_uri: `${keys.url}/jwks`, token_endpoint_auth_method: 'private_key_jwt' },
    ],
  }),
})
const GRANT = { grant_type: 'client_credentials', scope: 'geocode', resource: WORLD_MAPPERS }
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

describe('a client proves who it is', () => {
  it.each([
    ['Basic', 'taxi-finder', () => client.ClientSecretBasic('taxi-finder-secret')],
    ['a posted secret', 'posting', () => client.ClientSecretPost(SECRET)],
    ['client_secret_jwt', 'hmac', () => client.ClientSecretJwt('a-secret-of-thirty-two-characters')],
  ])('by %s', async (_method, client_id, authentication) => {
    const config = await issuer.discover(client_id, authentication())
    const tokens = await client.clientCredentialsGrant(config, { scope: 'geocode', resource: WORLD_MAPPERS })
    expect((await issuer.callApi('world-mappers/geocode?q=Berlin', tokens.access_token)).status).toBe(200)
  })

  it('by private_key_jwt', async () => {
    const config = await issuer.discover('delivery-planner', client.PrivateKeyJwt(await deliveryPlannerKey()))
    const tokens = await client.clientCredentialsGrant(config, { scope: 'geocode route', resource: WORLD_MAPPERS })
    expect(claimsOf(tokens.access_token)).toMatchObject({ client_id: 'delivery-planner', scope: 'geocode route' })
  })

  it('by private_key_jwt with keys that it serves on this machine', async () => {
    const config = await issuer.discover('served', client.PrivateKeyJwt({ key: privateKey, kid: 'served' }))
    const tokens = await client.clientCredentialsGrant(config, { scope: 'route', resource: WORLD_MAPPERS })
    expect(claimsOf(tokens.access_token)['client_id']).toBe('served')
  })

  it('by an assertion for the token endpoint, as older libraries make it', async () => {
    const client_assertion = await deliveryPlannerJwt({ aud: `${issuer.url}/token` })
    const answer = await issuer.post('/token', { ...GRANT, client_assertion_type: ASSERTION, client_assertion })
    expect(answer.status).toBe(200)
  })

  it('by Basic with odd characters in the secret, form-encoded or as they are', async () => {
    const encoded = new URLSearchParams({ s: SECRET }).toString().slice(2)
    for (const secret of [encoded, encodeURIComponent(SECRET), SECRET]) {
      expect((await issuer.post('/token', GRANT, basic('special', secret))).status).toBe(200)
    }
    const config = await issuer.discover('special', client.ClientSecretBasic(SECRET))
    expect((await client.clientCredentialsGrant(config, GRANT)).access_token).toBeTypeOf('string')
  })
})

describe('a client that does not', () => {
  it('is told how by a 401 with a challenge', async () => {
    const wrong = await issuer.post('/token', GRANT, basic('taxi-finder', 'wrong'))
    expect([wrong.status, wrong.json['error']]).toEqual([401, 'invalid_client'])
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic realm="/)
    const unknown = await issuer.post('/token', GRANT, basic('nobody', 'wrong'))
    expect([unknown.status, unknown.json['error']]).toEqual([401, 'invalid_client'])
  })

  it('is refused with a posted secret that is wrong, and with none', async () => {
    for (const given of [{ client_secret: 'wrong' }, {}]) {
      const { status, json } = await issuer.post('/token', { ...GRANT, client_id: 'taxi-finder', ...given })
      expect([status, json['error']]).toEqual([401, 'invalid_client'])
    }
  })

  it('may not authenticate twice over', async () => {
    const headers = basic('taxi-finder', 'taxi-finder-secret')
    const answer = await issuer.post(
      '/token',
      { ...GRANT, client_id: 'taxi-finder', client_secret: 'taxi-finder-secret' },
      headers,
    )
    expect([answer.status, answer.json['error']]).toEqual([400, 'invalid_request'])
  })

  it('cannot use an assertion a second time, not even at the same moment', async () => {
    const client_assertion = await deliveryPlannerJwt({ aud: issuer.url })
    const send = () => issuer.post('/token', { ...GRANT, client_assertion_type: ASSERTION, client_assertion })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401', '401'])
    expect((await send()).json['error']).toBe('invalid_client')
  })

  it('cannot use an assertion for somebody else, one that expired, or one by another key', async () => {
    const other = await generateKeyPair('ES256')
    const claims = { iss: 'delivery-planner', sub: 'delivery-planner', aud: issuer.url, jti: 'other-key' }
    const forged = new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .setExpirationTime('1m')
      .sign(other.privateKey)
    const assertions = [
      await deliveryPlannerJwt({ aud: 'https://other.test' }),
      await deliveryPlannerJwt({ aud: issuer.url, exp: Math.floor(Date.now() / 1000) - 60 }),
      await forged,
    ]
    for (const client_assertion of assertions) {
      const answer = await issuer.post('/token', { ...GRANT, client_assertion_type: ASSERTION, client_assertion })
      expect([answer.status, answer.json['error']]).toEqual([401, 'invalid_client'])
    }
  })
})
