import * as oauth from 'oauth4webapi'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { type Program, startProgram } from '../support/program.ts'
import { UserAgent } from '../support/user-agent.ts'
import { findFreePort } from './launched.ts'
import { type Proxy, startProxy } from './proxy.ts'

const ORIGIN = 'https://id.example.test'
const ISSUER = `${ORIGIN}/base`
const REDIRECT = 'http://localhost:3000/callback'
const CLIENT: oauth.Client = { client_id: 'calendar-app' }
const AUTH = oauth.ClientSecretBasic('calendar-app-secret')
const realFetch = globalThis.fetch

let program: Program
/** Where the program itself listens; the ready line names the public address. */
let upstream: string

beforeAll(async () => {
  const port = await findFreePort()
  upstream = `http://localhost:${port}`
  program = await startProgram('--issuer', ISSUER, '--port', String(port))
})
afterAll(() => program[Symbol.asyncDispose]())
afterEach(() => void vi.unstubAllGlobals())

/** As if the name led to the proxy, and the proxy had a certificate for it. */
function resolveTo({ origin }: Proxy): void {
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) =>
    realFetch(String(input).replace(ORIGIN, origin), init),
  )
}

const PROXIES = [
  { name: 'keeps path and host', host: 'id.example.test' },
  { name: 'takes the path away and keeps the host', strip: '/base', host: 'id.example.test' },
  { name: 'takes the path away and names the upstream', strip: '/base' },
  { name: 'keeps the path and names the upstream' },
] as const

it('the ready line names the public address', () => {
  expect(program.issuer).toBe(ISSUER)
  expect(program.ready.discovery).toBe(`${ISSUER}/.well-known/openid-configuration`)
})

describe.each(PROXIES)('behind a proxy that $name', (options) => {
  async function start(): Promise<Proxy> {
    const proxy = await startProxy({ upstream, ...options })
    resolveTo(proxy)
    return proxy
  }

  it('discovery in both forms names nothing but the public address', async () => {
    await using _proxy = await start()
    for (const url of [
      `${ISSUER}/.well-known/openid-configuration`,
      `${ORIGIN}/.well-known/oauth-authorization-server/base`,
    ]) {
      const response = await fetch(url)
      expect(response.status, url).toBe(200)
      const metadata = (await response.json()) as Record<string, unknown>
      expect(metadata['issuer']).toBe(ISSUER)
      const addresses = Object.entries(metadata).filter(([name]) => /_endpoint$|_uri$/.test(name))
      expect(addresses.length).toBeGreaterThan(9)
      for (const [name, address] of addresses)
        expect(String(address), name).toMatch(/^https:\/\/id\.example\.test\/base\//)
    }
  })

  it('the whole code flow works, with cookies for https alone', async () => {
    await using _proxy = await start()
    const as = await discover()
    const code_verifier = oauth.generateRandomCodeVerifier()
    const url = new URL(String(as.authorization_endpoint))
    const query = {
      client_id: 'calendar-app',
      redirect_uri: REDIRECT,
      response_type: 'code',
      scope: 'openid profile read:contacts',
      state: 's',
      nonce: 'n',
    }
    url.search = String(
      new URLSearchParams({
        ...query,
        code_challenge: await oauth.calculatePKCECodeChallenge(code_verifier),
        code_challenge_method: 'S256',
      }),
    )

    const { headers } = await fetch(url, { redirect: 'manual' })
    const cookies = headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; secure/i)
      expect(cookie).toMatch(/; httponly/i)
      expect(cookie).toMatch(/; path=\/base\//)
    }
    expect(new URL(headers.get('location') ?? '', url).href).toMatch(
      /^https:\/\/id\.example\.test\/base\/interaction\//,
    )

    const landed = await new UserAgent().signIn(url.href, { user: 'alice' })
    const params = oauth.validateAuthResponse(as, CLIENT, new URL(landed.url), 's')
    const response = await oauth.authorizationCodeGrantRequest(as, CLIENT, AUTH, params, REDIRECT, code_verifier)
    const tokens = await oauth.processAuthorizationCodeResponse(as, CLIENT, response, {
      expectedNonce: 'n',
      requireIdToken: true,
    })
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ iss: ISSUER, sub: 'alice' })
    const userinfo = await oauth.processUserInfoResponse(
      as,
      CLIENT,
      'alice',
      await oauth.userInfoRequest(as, CLIENT, tokens.access_token),
    )
    expect(userinfo).toMatchObject({ name: 'Alice Adams' })
    const contacts = await fetch(`${ISSUER}/apis/organizer/contacts`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect(contacts.status).toBe(200)
  })

  it('a posted authorization request is led back to the public path', async () => {
    await using _proxy = await start()
    const response = await fetch(`${ISSUER}/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ client_id: 'x' }),
    })
    expect(response.status).toBe(303)
    expect(new URL(response.headers.get('location') ?? '', `${ISSUER}/authorize`).href).toBe(
      `${ISSUER}/authorize?client_id=x`,
    )
  })

  it('a DPoP proof is made for the public address, and no other is taken', async () => {
    await using _proxy = await start()
    const as = await discover()
    const keys = await oauth.generateKeyPair('ES256')
    const machine: oauth.Client = { client_id: 'taxi-finder' }
    const DPoP = oauth.DPoP(machine, keys)
    const response = await oauth.clientCredentialsGrantRequest(
      as,
      machine,
      oauth.ClientSecretBasic('taxi-finder-secret'),
      { scope: 'geocode' },
      { DPoP },
    )
    const tokens = await oauth.processClientCredentialsResponse(as, machine, response)
    expect(tokens.token_type).toBe('dpop')
    const api = new URL(`${ISSUER}/apis/world-mappers/geocode?q=Berlin`)
    const called = await oauth.protectedResourceRequest(tokens.access_token, 'GET', api, undefined, undefined, { DPoP })
    expect(called.status).toBe(200)

    const inside = { ...as, token_endpoint: `${upstream}/token` }
    const refused = await oauth.clientCredentialsGrantRequest(
      inside,
      machine,
      oauth.ClientSecretBasic('taxi-finder-secret'),
      {},
      { DPoP: oauth.DPoP(machine, keys), [oauth.allowInsecureRequests]: true },
    )
    expect(await refused.json()).toMatchObject({ error: 'invalid_dpop_proof' })
  })

  it('device codes and registrations carry public addresses, and the pages post to them', async () => {
    await using _proxy = await start()
    const device = (await (
      await fetch(`${ISSUER}/device_authorization`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: 'couch-tv' }),
      })
    ).json()) as { verification_uri: string; verification_uri_complete: string }
    expect(device.verification_uri).toBe(`${ISSUER}/device`)
    const registration = (await (
      await fetch(`${ISSUER}/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ redirect_uris: [REDIRECT] }),
      })
    ).json()) as { registration_client_uri: string; registration_access_token: string }
    expect(registration.registration_client_uri).toMatch(/^https:\/\/id\.example\.test\/base\/register\//)
    const read = await fetch(registration.registration_client_uri, {
      headers: { authorization: `Bearer ${registration.registration_access_token}` },
    })
    expect(read.status).toBe(200)
    for (const page of ['/device', '/approvals', '/logout']) {
      const html = await (await fetch(`${ISSUER}${page}`, { headers: { accept: 'text/html' } })).text()
      for (const [, action = ''] of html.matchAll(/<form[^>]*action="([^"]*)"/g)) {
        expect(new URL(action, `${ISSUER}${page}`).href).toMatch(/^https:\/\/id\.example\.test\/base\//)
      }
      for (const [, asset = ''] of html.matchAll(/(?:href|src)="([^"]*\.(?:css|woff2|svg|png))"/g)) {
        expect((await fetch(new URL(asset, `${ISSUER}${page}`))).status, asset).toBe(200)
      }
    }
  })

  it('an API says where its metadata stands, and it stands there', async () => {
    await using _proxy = await start()
    const refused = await fetch(`${ISSUER}/apis/organizer/contacts`)
    const [, metadata = ''] = /resource_metadata="([^"]*)"/.exec(refused.headers.get('www-authenticate') ?? '') ?? []
    expect(metadata).toMatch(/^https:\/\/id\.example\.test\//)
    const response = await fetch(metadata)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      resource: `${ISSUER}/apis/organizer`,
      authorization_servers: [ISSUER],
    })
  })
})

describe('a host that is neither the public one nor a loopback name', () => {
  it('is refused', async () => {
    await using proxy = await startProxy({ upstream, host: 'evil.example' })
    const response = await realFetch(`${proxy.origin}/base/jwks`)
    expect(response.status).toBe(421)
    expect(await response.text()).toContain('id.example.test')
  })
})

async function discover(): Promise<oauth.AuthorizationServer> {
  return oauth.processDiscoveryResponse(new URL(ISSUER), await oauth.discoveryRequest(new URL(ISSUER)))
}
