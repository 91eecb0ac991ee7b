import { exportJWK, SignJWT } from 'jose'
import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { visit } from './browser.ts'
import { CALLBACK, claimsOf, ORGANIZER, PHOTOBOX, useIssuer, WORLD_MAPPERS } from './support.ts'

const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'bound',
        client_secret: 'secret',
        redirect_uris: [CALLBACK],
        dpop_bound_access_tokens: true,
        valetkey: { requireDpopNonce: true, defaultApi: ORGANIZER },
      },
    ],
  },
})
const SCOPE = 'openid offline_access read:contacts'

async function signInBound(config: client.Configuration, params: Readonly<Record<string, string>> = {}) {
  const keys = await client.randomDPoPKeyPair()
  const DPoP = client.getDPoPHandle(config, keys)
  const { url, checks } = await visit(config, { scope: SCOPE, ...params })
  const tokens = await client.authorizationCodeGrant(config, url, checks, undefined, { DPoP })
  return { keys, DPoP, tokens }
}

const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const contacts = () => new URL(`${issuer.url}/apis/organizer/contacts`)

describe('a token bound to a key', () => {
  it('opens UserInfo and the API to whoever has the key', async () => {
    const config = await calendarApp()
    const { DPoP, tokens } = await signInBound(config)
    expect(tokens.token_type).toBe('dpop')
    expect(claimsOf(tokens.access_token)['cnf']).toEqual({ jkt: await DPoP.calculateThumbprint() })
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice', { DPoP })).toMatchObject({ sub: 'alice' })
    const answer = await client.fetchProtectedResource(
      config,
      tokens.access_token,
      contacts(),
      'GET',
      undefined,
      undefined,
      { DPoP },
    )
    expect(answer.status).toBe(200)
    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({
      active: true,
      token_type: 'DPoP',
      cnf: { jkt: await DPoP.calculateThumbprint() },
    })
  })

  it('opens nothing as a bearer token', async () => {
    const config = await calendarApp()
    const { tokens } = await signInBound(config)
    await expect(client.fetchUserInfo(config, tokens.access_token, 'alice')).rejects.toMatchObject({ status: 401 })
    const answer = await issuer.callApi('organizer/contacts', tokens.access_token)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('DPoP')
  })

  it('opens nothing with a proof by another key, for another address, or a proof that was used', async () => {
    const config = await calendarApp()
    const { keys, tokens } = await signInBound(config)
    const proof = await proofFor({ keys, htu: contacts().href, access_token: tokens.access_token })
    const call = async (dpop: string) => {
      const headers = { authorization: `DPoP ${tokens.access_token}`, dpop }
      return (await issuer.request('/apis/organizer/contacts', { headers })).status
    }
    expect(await call(proof)).toBe(200)
    expect(await call(proof)).toBe(401)
    const others = await client.randomDPoPKeyPair()
    expect(await call(await proofFor({ keys: others, htu: contacts().href, access_token: tokens.access_token }))).toBe(
      401,
    )
    expect(
      await call(
        await proofFor({ keys, htu: `${issuer.url}/apis/organizer/tasks`, access_token: tokens.access_token }),
      ),
    ).toBe(401)
  })

  it('can be an opaque one', async () => {
    const config = await calendarApp()
    const { DPoP, tokens } = await signInBound(config, { resource: PHOTOBOX, scope: 'openid read:pictures' })
    const pictures = new URL(`${issuer.url}/apis/photobox/pictures`)
    const answer = await client.fetchProtectedResource(
      config,
      tokens.access_token,
      pictures,
      'GET',
      undefined,
      undefined,
      { DPoP },
    )
    expect(answer.status).toBe(200)
    expect((await issuer.callApi('photobox/pictures', tokens.access_token)).status).toBe(401)
  })

  it('comes from client credentials and the extension grants, too', async () => {
    const taxi = await issuer.discover('taxi-finder', 'taxi-finder-secret')
    const forTaxi = { DPoP: client.getDPoPHandle(taxi, await client.randomDPoPKeyPair()) }
    const machine = await client.clientCredentialsGrant(taxi, { scope: 'route', resource: WORLD_MAPPERS }, forTaxi)
    expect(claimsOf(machine.access_token)['cnf']).toEqual({ jkt: await forTaxi.DPoP.calculateThumbprint() })
    const mail = await issuer.discover('old-mail')
    const forMail = { DPoP: client.getDPoPHandle(mail, await client.randomDPoPKeyPair()) }
    const user = await client.genericGrantRequest(
      mail,
      'password',
      { username: 'bob', password: 'bob', scope: 'openid' },
      forMail,
    )
    expect(user.token_type).toBe('dpop')
    expect(await client.fetchUserInfo(mail, user.access_token, 'bob', forMail)).toMatchObject({ sub: 'bob' })
  })
})

describe('proofs at the token endpoint', () => {
  it('are refused when they are replayed', async () => {
    const keys = await client.randomDPoPKeyPair()
    const dpop = await proofFor({ keys, htu: `${issuer.url}/token`, htm: 'POST' })
    const form = { grant_type: 'client_credentials', client_id: 'taxi-finder', client_secret: 'taxi-finder-secret' }
    expect((await issuer.post('/token', form, { dpop })).status).toBe(200)
    const again = await issuer.post('/token', form, { dpop })
    expect(again.status).toBe(400)
    expect(again.json).not.toHaveProperty('access_token')
  })

  it('bind the refresh token of a public client to the key, too', async () => {
    const config = await issuer.discover('my-todos')
    const redirect_uri = 'http://localhost:5173/callback'
    const { DPoP, tokens } = await signInBound(config, { scope: 'openid offline_access', redirect_uri })
    const stolen = client.refreshTokenGrant(config, tokens.refresh_token ?? '', undefined, {
      DPoP: client.getDPoPHandle(config, await client.randomDPoPKeyPair()),
    })
    await expect(stolen).rejects.toMatchObject({ error: 'invalid_grant' })
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '', undefined, { DPoP })
    expect(refreshed.token_type).toBe('dpop')
  })
})

describe('a client that must use a nonce', () => {
  it('is given one with the refusal, and openid-client goes on with it', async () => {
    const config = await issuer.discover('bound', 'secret')
    const { DPoP, tokens } = await signInBound(config)
    expect(tokens.token_type).toBe('dpop')
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice', { DPoP })).toMatchObject({ sub: 'alice' })
  })

  it('hears use_dpop_nonce when the proof has none, and invalid_request when there is no proof', async () => {
    const keys = await client.randomDPoPKeyPair()
    const dpop = await proofFor({ keys, htu: `${issuer.url}/token`, htm: 'POST' })
    const form = {
      grant_type: 'authorization_code',
      code: 'x',
      redirect_uri: CALLBACK,
      client_id: 'bound',
      client_secret: 'secret',
    }
    const answer = await issuer.post('/token', form, { dpop })
    expect([answer.status, answer.json['error']]).toEqual([400, 'use_dpop_nonce'])
    expect(answer.headers.get('dpop-nonce')).toMatch(/.{10}/)
    const { url, checks } = await visit(await issuer.discover('bound', 'secret'), { scope: 'openid' })
    const bare = client.authorizationCodeGrant(await issuer.discover('bound', 'secret'), url, checks)
    await expect(bare).rejects.toMatchObject({ status: 400 })
  })
})

interface Proof {
  readonly keys: CryptoKeyPair
  readonly htu: string
  readonly htm?: string
  readonly access_token?: string
}

async function proofFor({ keys, htu, htm = 'GET', access_token }: Proof): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(access_token ?? ''))
  const ath = access_token === undefined ? {} : { ath: Buffer.from(digest).toString('base64url') }
  return new SignJWT({ htu, htm, jti: crypto.randomUUID(), ...ath })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: await publicJwk(keys) })
    .setIssuedAt()
    .sign(keys.privateKey)
}

async function publicJwk({ publicKey }: CryptoKeyPair) {
  return exportJWK(publicKey)
}
