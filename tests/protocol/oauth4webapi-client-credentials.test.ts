import { exportJWK, generateKeyPair } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import worldMappers from '../../resources/scenarios/world-mappers.json' with { type: 'json' }
import { call, http, refusalOf, useIssuer } from './oauth4webapi-support.ts'

const ALGS = ['RS256', 'PS256', 'ES256', 'Ed25519'] as const
/** RFC 6749 section 2.3.1 has the secret form-encoded inside Basic; each of these letters is one that breaks without. */
const AWKWARD = 'p%3A:+ä/ü&="\\ ~'.replaceAll(/[^\x21-\x7e]/g, '!')
const SECRET = 'a-secret-of-at-least-thirty-two-bytes'

const pairs = await Promise.all(
  ALGS.map(async (alg) => [alg, await generateKeyPair(alg, { extractable: true })] as const),
)
const jwksOf = async (alg: string, key: CryptoKey) => ({
  keys: [{ ...(await exportJWK(key)), kty: ktyOf(alg), kid: alg, alg }],
})

function ktyOf(alg: string): string {
  if (alg.startsWith('E')) return alg === 'ES256' ? 'EC' : 'OKP'
  return 'RSA'
}

const machine = {
  redirect_uris: [],
  grant_types: ['client_credentials' as const],
  response_types: [],
  scope: 'geocode route',
}

const issuer = useIssuer({
  clients: [
    {
      ...machine,
      client_id: 'basic:client',
      client_secret: AWKWARD,
      token_endpoint_auth_method: 'client_secret_basic',
    },
    { ...machine, client_id: 'post', client_secret: AWKWARD, token_endpoint_auth_method: 'client_secret_post' },
    { ...machine, client_id: 'secret-jwt', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_jwt' },
    ...(await Promise.all(
      pairs.map(async ([alg, { publicKey }]) => ({
        ...machine,
        client_id: `key-${alg}`,
        jwks: await jwksOf(alg, publicKey),
        token_endpoint_auth_method: 'private_key_jwt' as const,
        token_endpoint_auth_signing_alg: alg,
      })),
    )),
  ],
})

async function getToken(client_id: string, auth: oauth.ClientAuth, params: Record<string, string> = {}) {
  const client = { client_id }
  const request = { scope: 'geocode', resource: 'https://world-mappers.test/api', ...params }
  const response = await oauth.clientCredentialsGrantRequest(issuer.as, client, auth, request, http)
  return oauth.processClientCredentialsResponse(issuer.as, client, response)
}

async function plannerKey(): Promise<oauth.PrivateKey> {
  const { kid, ...jwk } = worldMappers.privateKeys['delivery-planner']
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  return { key: await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']), kid }
}

describe('client credentials by oauth4webapi', () => {
  it.each([
    ['basic:client', 'Basic', oauth.ClientSecretBasic(AWKWARD)],
    ['post', 'post', oauth.ClientSecretPost(AWKWARD)],
    ['secret-jwt', 'a JWT signed with the secret', oauth.ClientSecretJwt(SECRET)],
    ['taxi-finder', 'the Basic of the scenario', oauth.ClientSecretBasic('taxi-finder-secret')],
  ])('serve %s, which proves itself by %s', async (client_id, _how, auth) => {
    const tokens = await getToken(client_id, auth)
    expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'geocode', expires_in: expect.any(Number) })
    expect(tokens).not.toHaveProperty('refresh_token')
    expect((await call(tokens.access_token, issuer.api('world-mappers/geocode?q=Berlin'))).status).toBe(200)
  })

  it.each(pairs)('serve a client that signs with its %s key', async (alg, { privateKey }) => {
    expect(await getToken(`key-${alg}`, oauth.PrivateKeyJwt({ key: privateKey, kid: alg }))).toHaveProperty(
      'access_token',
    )
  })

  it('serve Delivery Planner with the key that its scenario prints', async () => {
    const tokens = await getToken('delivery-planner', oauth.PrivateKeyJwt(await plannerKey()))
    const request = new Request(issuer.api('world-mappers/route'), {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    const claims = await oauth.validateJwtAccessToken(issuer.as, request, 'https://world-mappers.test/api', http)
    expect(claims).toMatchObject({ sub: 'delivery-planner', client_id: 'delivery-planner', scope: 'geocode' })
  })

  it('narrow the token to what the API knows, and say so', async () => {
    const auth = oauth.ClientSecretPost(AWKWARD)
    expect(await getToken('post', auth, { scope: 'geocode read:contacts' })).toMatchObject({ scope: 'geocode' })
    expect(await refusalOf(getToken('post', auth, { scope: 'geocode openid' }))).toMatchObject({
      error: 'invalid_scope',
    })
    expect(await refusalOf(getToken('post', auth, { resource: 'https://nowhere.test/api' }))).toMatchObject({
      error: 'invalid_target',
    })
  })
})

describe('a client that cannot prove itself', () => {
  const stranger = generateKeyPair('ES256')

  it.each<[string, string, () => Promise<oauth.ClientAuth> | oauth.ClientAuth]>([
    ['with a wrong secret in Basic', 'taxi-finder', () => oauth.ClientSecretBasic('guessed')],
    ['with a wrong secret in the body', 'post', () => oauth.ClientSecretPost('guessed')],
    ['with its secret where a signature is registered', 'secret-jwt', () => oauth.ClientSecretBasic(SECRET)],
    ['with a JWT over another secret', 'secret-jwt', () => oauth.ClientSecretJwt(`${SECRET}!`)],
    [
      'with the key of a stranger',
      'key-ES256',
      async () => oauth.PrivateKeyJwt({ key: (await stranger).privateKey, kid: 'ES256' }),
    ],
    ['by its name alone', 'taxi-finder', () => oauth.None()],
    ['under a name that nobody has', 'nobody', () => oauth.ClientSecretBasic('guessed')],
  ])('%s is refused as invalid_client', async (_how, client_id, auth) => {
    const refusal = await refusalOf(getToken(client_id, await auth()))
    expect(refusal).toMatchObject({ status: 401 })
    const { response } = refusal as oauth.WWWAuthenticateChallengeError | oauth.ResponseBodyError
    if (refusal instanceof oauth.ResponseBodyError) expect(refusal.error).toBe('invalid_client')
    else expect(await response.json()).toMatchObject({ error: 'invalid_client' })
  })

  it('cannot use an assertion twice', async () => {
    const { privateKey } = pairs[2]?.[1] ?? (await stranger)
    const jti = crypto.randomUUID()
    const auth = oauth.PrivateKeyJwt(
      { key: privateKey, kid: 'ES256' },
      { [oauth.modifyAssertion]: (_header, payload) => void (payload['jti'] = jti) },
    )
    expect(await getToken('key-ES256', auth)).toHaveProperty('access_token')
    expect(await refusalOf(getToken('key-ES256', auth))).toMatchObject({ status: 401 })
  })
})
