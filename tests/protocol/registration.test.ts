import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn } from './browser.ts'
import { type Answer, CALLBACK, discover, ORGANIZER, useIssuer } from './support.ts'

const issuer = useIssuer()
const WEB = { redirect_uris: [CALLBACK], client_name: 'Registered', scope: 'openid offline_access read:contacts' }

function send(method: string, address: string, body?: object, token?: string): Promise<Answer> {
  return issuer.request(address, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}
const register = (metadata: object) => send('POST', '/register', metadata)

/** Where the registration is managed, and the token that this takes. */
function managementOf({ json }: Answer): { readonly address: string; readonly token: string } {
  return { address: String(json['registration_client_uri']), token: String(json['registration_access_token']) }
}

describe('dynamic registration', () => {
  it('makes a client that openid-client can use at once', async () => {
    const config = await client.dynamicClientRegistration(
      new URL(issuer.url),
      { ...WEB, grant_types: ['authorization_code', 'refresh_token'] },
      undefined,
      { execute: [client.allowInsecureRequests] },
    )
    expect(config.clientMetadata()).toMatchObject({
      client_id: expect.any(String),
      client_secret: expect.any(String),
      scope: WEB.scope,
    })
    const tokens = await signIn(config, { scope: 'openid offline_access read:contacts', resource: ORGANIZER })
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(200)
    expect((await client.refreshTokenGrant(config, tokens.refresh_token ?? '')).access_token).toBeTypeOf('string')
  })

  it('makes public clients, on this machine and elsewhere', async () => {
    const metadata = {
      token_endpoint_auth_method: 'none',
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/'],
    }
    const made = await register(metadata)
    expect([made.status, made.json]).toEqual([201, expect.not.objectContaining({ client_secret: expect.anything() })])
    const config = await discover(issuer.url, String(made.json['client_id']))
    const tokens = await signIn(config, { scope: 'openid', redirect_uri: 'http://127.0.0.1:49152/' })
    expect(tokens.claims()?.sub).toBe('alice')
    const web = await register({
      redirect_uris: ['https://app.example.test/callback'],
      token_endpoint_auth_method: 'none',
    })
    expect(web.status).toBe(201)
  })

  it('takes the scopes of any API, and names the one that none has', async () => {
    expect((await register({ ...WEB, scope: 'mcp:tools geocode read:pictures' })).status).toBe(201)
    const { status, json } = await register({ ...WEB, scope: 'openid fly:helicopter' })
    expect([status, json['error']]).toEqual([400, 'invalid_client_metadata'])
    expect(json['error_description']).toContain('fly:helicopter')
  })

  it('lets nobody decide for themselves what only the playground may', async () => {
    const { status, json } = await register({ ...WEB, valetkey: { skipConsent: true } })
    expect([status, json['error']]).toEqual([400, 'invalid_client_metadata'])
    expect(json['error_description']).toContain('valetkey')
  })

  it.each([
    ['a fragment in an address', { redirect_uris: ['http://localhost:3000/#top'] }, 'invalid_redirect_uri'],
    ['no address', { redirect_uris: [] }, 'invalid_redirect_uri'],
    ['an address that is none', { redirect_uris: ['nonsense'] }, 'invalid_redirect_uri'],
    ['an unknown grant', { ...WEB, grant_types: ['telepathy'] }, 'invalid_client_metadata'],
    ['an unknown way to authenticate', { ...WEB, token_endpoint_auth_method: 'handshake' }, 'invalid_client_metadata'],
    [
      'private_key_jwt without keys',
      { ...WEB, token_endpoint_auth_method: 'private_key_jwt' },
      'invalid_client_metadata',
    ],
  ])('refuses %s', async (_what, metadata, error) => {
    const { status, json } = await register(metadata)
    expect([status, json['error'], json['error_description']]).toEqual([400, error, expect.any(String)])
  })

  it('refuses what is no JSON object', async () => {
    for (const body of ['{', '[]', '"text"', '']) {
      const answer = await issuer.request('/register', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect(answer.status).toBe(400)
    }
  })
})

describe('what was registered', () => {
  it('can be read, changed and deleted by whoever made it', async () => {
    const answer = await register(WEB)
    const { address, token } = managementOf(answer)
    const { registration_access_token: _token, registration_client_uri: _address, ...made } = answer.json
    expect(address).toBe(`${issuer.url}/register/${String(made['client_id'])}`)
    const read = await send('GET', address, undefined, token)
    expect([read.status, read.json]).toEqual([
      200,
      expect.objectContaining({ client_name: 'Registered', scope: WEB.scope }),
    ])

    const { client_id_issued_at: _at, client_secret_expires_at: _until, ...metadata } = made
    const changed = await send(
      'PUT',
      address,
      { ...metadata, client_name: 'Renamed', redirect_uris: ['http://localhost:9/cb'] },
      token,
    )
    expect([changed.status, changed.json['client_name']]).toEqual([200, 'Renamed'])
    const config = await discover(issuer.url, String(made['client_id']), String(made['client_secret']))
    expect((await signIn(config, { scope: 'openid', redirect_uri: 'http://localhost:9/cb' })).claims()?.sub).toBe(
      'alice',
    )

    expect((await send('DELETE', address, undefined, token)).status).toBe(204)
    expect((await send('GET', address, undefined, token)).status).toBe(401)
    const gone = await issuer.post('/token', {
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_id: String(made['client_id']),
    })
    expect([gone.status, gone.json['error']]).toEqual([401, 'invalid_client'])
  })

  it('is open to nobody else', async () => {
    const [mine, other] = await Promise.all([register(WEB), register(WEB)])
    for (const token of [undefined, 'guessed', managementOf(other).token]) {
      const answer = await send('GET', managementOf(mine).address, undefined, token)
      expect(answer.status).toBe(401)
      expect(answer.text).not.toContain(String(mine.json['client_secret']))
    }
  })
})
