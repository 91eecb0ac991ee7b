import { exportJWK, generateKeyPair } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import {
  authorize,
  CALLBACK,
  calendarApp,
  codeFlow,
  http,
  openAuthorize,
  type Party,
  redeemCode,
  refusalOf,
  useIssuer,
} from './oauth4webapi-support.ts'

const ALGS = ['RS256', 'PS256', 'ES256', 'Ed25519'] as const

const pairs = await Promise.all(
  ALGS.map(async (alg) => [alg, await generateKeyPair(alg, { extractable: true })] as const),
)
const keys = await Promise.all(
  pairs.map(async ([alg, { publicKey }]) => ({
    ...(await exportJWK(publicKey)),
    kty: kty(alg),
    kid: alg,
    alg,
    use: 'sig',
  })),
)
const privateKeys = new Map(pairs.map(([alg, { privateKey }]) => [alg, { key: privateKey, kid: alg }]))

function kty(alg: (typeof ALGS)[number]): string {
  return { RS256: 'RSA', PS256: 'RSA', ES256: 'EC', Ed25519: 'OKP' }[alg]
}

const signer = { client_secret: 'signer-secret', redirect_uris: [CALLBACK], jwks: { keys } }

const issuer = useIssuer({
  clients: [
    { client_id: 'signer', ...signer },
    { client_id: 'only-signed', ...signer, require_signed_request_object: true },
    { client_id: 'only-pushed', ...signer, require_pushed_authorization_requests: true },
    { client_id: 'public-pusher', redirect_uris: [CALLBACK], token_endpoint_auth_method: 'none' },
  ],
})

const auth = oauth.ClientSecretBasic('signer-secret')

function party(client_id: string): Party {
  return { client: { client_id }, auth, redirectUri: CALLBACK }
}

function request(client_id: string, params: Readonly<Record<string, string>> = {}) {
  return { client_id, response_type: 'code', redirect_uri: CALLBACK, scope: 'openid', state: 'mine', ...params }
}

async function push(
  { client, auth }: Party,
  params: Readonly<Record<string, string>>,
  DPoP?: oauth.DPoPHandle,
): Promise<string> {
  const response = await oauth.pushedAuthorizationRequest(issuer.as, client, auth, params, {
    ...http,
    ...(DPoP && { DPoP }),
  })
  const { request_uri, expires_in } = await oauth.processPushedAuthorizationResponse(issuer.as, client, response)
  expect(expires_in).toBeGreaterThan(0)
  return request_uri
}

async function sign(client_id: string, alg: (typeof ALGS)[number], params = request(client_id)): Promise<string> {
  const key = privateKeys.get(alg)
  if (!key) throw new Error(`no key for ${alg}`)
  return oauth.issueRequestObject(issuer.as, { client_id }, params, key)
}

async function claimsFor(party: Party, landed: URL, verifier?: string) {
  const callback = oauth.validateAuthResponse(issuer.as, party.client, landed, 'mine')
  return oauth.getValidatedIdTokenClaims(await redeemCode(issuer, party, callback, { verifier }))
}

describe('pushed authorization requests by oauth4webapi', () => {
  it('are taken from a confidential client, once', async () => {
    const request_uri = await push(calendarApp, request('calendar-app'))
    const reference = { client_id: 'calendar-app', request_uri }
    const landed = await authorize(issuer, reference)
    expect(await claimsFor(calendarApp, landed)).toMatchObject({ sub: 'alice' })
    expect((await openAuthorize(issuer, reference)).status).toBe(400)
  })

  it('are taken from a public client with PKCE', async () => {
    const pusher: Party = { client: { client_id: 'public-pusher' }, auth: oauth.None(), redirectUri: CALLBACK }
    const verifier = oauth.generateRandomCodeVerifier()
    const challenge = {
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }
    const request_uri = await push(pusher, request('public-pusher', challenge))
    const landed = await authorize(issuer, { client_id: 'public-pusher', request_uri })
    expect(await claimsFor(pusher, landed, verifier)).toMatchObject({ sub: 'alice' })
  })

  it('are refused at once when something is wrong with them', async () => {
    const wrong = request('calendar-app', { redirect_uri: 'http://attacker.test/callback' })
    expect(await refusalOf(push(calendarApp, wrong))).toMatchObject({ error: 'invalid_request', status: 400 })
    const impostor = { ...calendarApp, auth: oauth.ClientSecretBasic('guessed') }
    expect(await refusalOf(push(impostor, request('calendar-app')))).toMatchObject({ status: 401 })
  })

  it('are the only ones of a client that must push', async () => {
    const refused = await authorize(issuer, request('only-pushed'))
    expect(refused.searchParams.get('error')).toBe('invalid_request')
    const request_uri = await push(party('only-pushed'), request('only-pushed'))
    const landed = await authorize(issuer, { client_id: 'only-pushed', request_uri })
    expect(await claimsFor(party('only-pushed'), landed)).toMatchObject({ sub: 'alice' })
  })

  it('bind the code to the key that they were pushed with', async () => {
    const { client } = party('signer')
    const [mine, other] = await Promise.all(
      ['ES256', 'ES256'].map(async (alg) => oauth.DPoP(client, await oauth.generateKeyPair(alg))),
    )
    const exchange = async (DPoP: oauth.DPoPHandle | undefined) => {
      const request_uri = await push(party('signer'), request('signer'), mine)
      const landed = await authorize(issuer, { client_id: 'signer', request_uri })
      const callback = oauth.validateAuthResponse(issuer.as, client, landed, 'mine')
      return redeemCode(issuer, party('signer'), callback, { DPoP })
    }
    expect(await refusalOf(exchange(other))).toMatchObject({ error: 'invalid_grant' })
    expect(await exchange(mine)).toMatchObject({ token_type: 'dpop' })
  })
})

describe('signed request objects by oauth4webapi', () => {
  it.each(ALGS)('are taken when signed with %s', async (alg) => {
    const landed = await authorize(issuer, { client_id: 'signer', request: await sign('signer', alg) })
    expect(await claimsFor(party('signer'), landed)).toMatchObject({ sub: 'alice' })
  })

  it('can be pushed', async () => {
    const request_uri = await push(party('only-signed'), {
      client_id: 'only-signed',
      request: await sign('only-signed', 'ES256'),
    })
    const landed = await authorize(issuer, { client_id: 'only-signed', request_uri })
    expect(await claimsFor(party('only-signed'), landed)).toMatchObject({ sub: 'alice' })
  })

  it('are the only ones of a client that must sign', async () => {
    const refused = await authorize(issuer, request('only-signed'))
    expect(refused.searchParams.get('error')).toBe('invalid_request')
  })

  it('are not taken from a stranger', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const forged = await oauth.issueRequestObject(issuer.as, { client_id: 'signer' }, request('signer'), {
      key: privateKey,
      kid: 'ES256',
    })
    const landed = await authorize(issuer, { client_id: 'signer', request: forged })
    expect(landed.searchParams.get('error')).toBe('invalid_request_object')
  })

  it('do not hinder plain requests of the same client', async () => {
    expect(await codeFlow(issuer, party('signer'), 'openid')).toHaveProperty('id_token')
  })
})
