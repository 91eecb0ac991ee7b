import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { CALLBACK, encodePart, useIssuer } from './support.ts'

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
const jwk = { ...(await exportJWK(publicKey)), kty: 'EC', kid: 'signing', alg: 'ES256', use: 'sig' }
const issuer = useIssuer({
  config: {
    clients: [
      { client_id: 'signing', client_secret: 'secret', redirect_uris: [CALLBACK], jwks: { keys: [jwk] } },
      {
        client_id: 'always-signing',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        jwks: { keys: [jwk] },
        request_object_signing_alg: 'ES256',
        require_signed_request_object: true,
      },
    ],
  },
})
const ASKED = { response_type: 'code', redirect_uri: CALLBACK, scope: 'openid', state: 'signed' }

async function open(url: URL) {
  const page = await new UserAgent().signIn(url.href)
  return { page, url: new URL(page.url) }
}

describe('a signed request', () => {
  it('works like any other, and wins over what stands beside it', async () => {
    const config = await issuer.discover('signing', 'secret')
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const code_challenge = await client.calculatePKCECodeChallenge(pkceCodeVerifier)
    const params = { ...ASKED, code_challenge, code_challenge_method: 'S256', nonce: 'n' }
    const signed = await client.buildAuthorizationUrlWithJAR(config, params, { key: privateKey, kid: 'signing' })
    expect([...signed.searchParams.keys()].toSorted()).toEqual(['client_id', 'request'])
    signed.searchParams.set('state', 'changed on the way')
    const { url } = await open(signed)
    expect(url.searchParams.get('state')).toBe('signed')
    const tokens = await client.authorizationCodeGrant(config, url, {
      pkceCodeVerifier,
      expectedState: 'signed',
      expectedNonce: 'n',
    })
    expect(tokens.claims()?.sub).toBe('alice')
  })

  it('is refused when it is not signed, changed on the way, or signed by another key', async () => {
    const config = await issuer.discover('signing', 'secret')
    const signed = await client.buildAuthorizationUrlWithJAR(config, ASKED, { key: privateKey, kid: 'signing' })
    const [header = '', , signature = ''] = signed.searchParams.get('request')?.split('.') ?? []
    const claims = encodePart({ ...ASKED, client_id: 'signing', iss: 'signing', aud: issuer.url, exp: 4_000_000_000 })
    const other = await generateKeyPair('ES256')
    const forged = new SignJWT({ ...ASKED, client_id: 'signing' })
      .setProtectedHeader({ alg: 'ES256', kid: 'signing' })
      .setIssuer('signing')
      .setAudience(issuer.url)
      .setExpirationTime('1m')
      .sign(other.privateKey)
    const requests = [
      `${encodePart({ alg: 'none' })}.${claims}.`,
      `${header}.${claims}.${signature}`,
      await forged,
      'nonsense',
    ]
    for (const request of requests) {
      const query = new URLSearchParams({ ...ASKED, client_id: 'signing', request })
      const { page, url } = await open(new URL(`${issuer.url}/authorize?${query}`))
      expect(url.searchParams.get('error') ?? page.status).toSatisfy(
        (outcome) => outcome === 'invalid_request_object' || outcome === 400,
      )
      expect(url.searchParams.has('code')).toBe(false)
    }
  })

  it('can be demanded of a client', async () => {
    const config = await issuer.discover('always-signing', 'secret')
    const plain = await open(client.buildAuthorizationUrl(config, ASKED))
    expect(plain.url.searchParams.get('error')).toBe('invalid_request')
    const signed = await client.buildAuthorizationUrlWithJAR(config, ASKED, { key: privateKey, kid: 'signing' })
    expect((await open(signed)).url.searchParams.has('code')).toBe(true)
  })

  it('can be pushed', async () => {
    const config = await issuer.discover('signing', 'secret')
    const signed = await client.buildAuthorizationUrlWithJAR(config, ASKED, { key: privateKey, kid: 'signing' })
    const pushed = await client.buildAuthorizationUrlWithPAR(config, {
      request: signed.searchParams.get('request') ?? '',
    })
    expect((await open(pushed)).url.searchParams.get('state')).toBe('signed')
  })

  it('is taken by value only', async () => {
    const { json } = await issuer.request('/.well-known/openid-configuration')
    expect(json).toMatchObject({ request_parameter_supported: true, request_uri_parameter_supported: false })
    const query = new URLSearchParams({
      ...ASKED,
      client_id: 'signing',
      request_uri: 'http://localhost:3000/request.jwt',
    })
    const { url } = await open(new URL(`${issuer.url}/authorize?${query}`))
    expect(url.searchParams.has('code')).toBe(false)
  })
})
