import { decodeProtectedHeader } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { UserAgent } from '../support/user-agent.ts'
import { responseOf, signIn } from './browser.ts'
import { CALLBACK, discover, readAnswer } from './support.ts'

// No command rotates a key yet, so here the program runs within the test, on real ports all the same.
let core: Core
beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

const calendarApp = () => discover(core.issuer, 'calendar-app', 'calendar-app-secret')
const kidOf = (jwt: string | undefined) => decodeProtectedHeader(jwt ?? '').kid
const get = async (path: string, access_token?: string) =>
  readAnswer(
    await fetch(`${core.issuer}${path}`, access_token ? { headers: { authorization: `Bearer ${access_token}` } } : {}),
  )

async function publishedKids(): Promise<unknown[]> {
  const { json } = await get('/jwks')
  return (json['keys'] as { readonly kid: string }[]).map(({ kid }) => kid)
}

describe('a key that is rotated while the program runs', () => {
  it('signs no more, and what it signed stays good', async () => {
    const config = await calendarApp()
    const before = await signIn(config, { scope: 'openid offline_access read:contacts' })
    const { kid } = await core.rotateKey('RS256')
    const after = await client.refreshTokenGrant(config, before.refresh_token ?? '')
    expect([kidOf(after.access_token), kidOf(after.id_token)]).toEqual([kid, kid])
    expect(kidOf(before.access_token)).not.toBe(kid)
    expect(await publishedKids()).toEqual(expect.arrayContaining([kid, kidOf(before.access_token)]))
    for (const { access_token } of [before, after]) {
      expect((await get('/apis/organizer/contacts', access_token)).status).toBe(200)
      expect(await client.tokenIntrospection(config, access_token)).toMatchObject({ active: true, sub: 'alice' })
      expect(await client.fetchUserInfo(config, access_token, 'alice')).toMatchObject({ sub: 'alice' })
    }
  })

  it('does not disturb a sign-in that has begun', async () => {
    const config = await calendarApp()
    const agent = new UserAgent()
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const code_challenge = await client.calculatePKCECodeChallenge(pkceCodeVerifier)
    const challenge = { code_challenge, code_challenge_method: 'S256' }
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: 'openid',
      state: 's',
      ...challenge,
    })
    const page = await agent.open(url.href)
    await core.rotateKey('RS256')
    const consent = await agent.submit(page, [['account', 'bob']])
    await core.rotateKey('RS256')
    const landed = await agent.signIn(consent.url)
    const { kid } = await core.rotateKey('RS256')
    const tokens = await client.authorizationCodeGrant(config, new URL(landed.url), {
      pkceCodeVerifier,
      expectedState: 's',
    })
    expect([tokens.claims()?.sub, kidOf(tokens.id_token)]).toEqual(['bob', kid])
  })

  it('leaves the keys of the other algorithms as they are', async () => {
    const before = await publishedKids()
    const { kid } = await core.rotateKey('ES256')
    expect(await publishedKids()).toEqual(expect.arrayContaining([...before, kid]))
    const planner = await discover(core.issuer, 'taxi-finder', 'taxi-finder-secret')
    const token = await client.clientCredentialsGrant(planner, { scope: 'route' })
    expect(kidOf(token.access_token)).toBe(kid)
    expect((await get('/apis/world-mappers/route?from=Berlin&to=Paris', token.access_token)).status).toBe(200)
  })

  it('leaves ID tokens usable as hints', async () => {
    const config = await calendarApp()
    const agent = new UserAgent()
    const { id_token = '' } = await signIn(config, { scope: 'openid' }, {}, agent)
    await core.rotateKey('RS256')
    const query = { redirect_uri: CALLBACK, scope: 'openid', prompt: 'none', id_token_hint: id_token }
    const page = await agent.open(client.buildAuthorizationUrl(config, query).href)
    expect(responseOf({ page, url: new URL(page.url) })).toHaveProperty('code')
  })
})
