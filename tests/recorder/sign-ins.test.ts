import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import type { Core } from '../../electron/core/create-core.ts'
import { UserAgent } from '../support/user-agent.ts'
import { buildRequest, CALLBACK, discover, lastExchange, recorded, signIn, startCore, visit } from './support.ts'

function calendar(core: Core) {
  return discover(core.issuer, 'calendar-app', 'calendar-app-secret')
}

async function signInOf(
  core: Core,
  endpoint: 'authorization' | 'token' | 'end_session' | 'callback' | 'api' | 'jwks',
): Promise<string | undefined> {
  return (await lastExchange(core.recorder, { endpoint })).signIn
}

describe('one browser', () => {
  it('makes two sign-ins of two visits, although session and grant are the same', async () => {
    const core = await startCore()
    const config = await calendar(core)
    const agent = new UserAgent()
    const first = await signIn(config, { scope: 'openid offline_access read:contacts' }, {}, agent)
    const one = await signInOf(core, 'token')
    const second = await signIn(config, { scope: 'openid offline_access read:contacts' }, {}, agent)
    const two = await signInOf(core, 'token')
    expect(one).toBeDefined()
    expect(two).not.toBe(one)
    expect(await signInOf(core, 'authorization')).toBe(two)
    for (const [tokens, id] of [
      [first, one],
      [second, two],
      [first, one],
    ] as const) {
      await client.fetchUserInfo(config, tokens.access_token, 'alice')
      expect((await lastExchange(core.recorder, { endpoint: 'userinfo' })).signIn).toBe(id)
    }
    await client.refreshTokenGrant(config, first.refresh_token ?? '')
    expect(await signInOf(core, 'token')).toBe(one)
  })

  it('makes two of two applications', async () => {
    const core = await startCore()
    const agent = new UserAgent()
    await signIn(await calendar(core), { scope: 'openid' }, {}, agent)
    const one = await signInOf(core, 'token')
    await signIn(
      await discover(core.issuer, 'my-todos'),
      { scope: 'openid', redirect_uri: 'http://localhost:5173/callback' },
      {},
      agent,
    )
    expect(await signInOf(core, 'token')).not.toBe(one)
  })

  it('begins anew when a sign-in is tried again, with the same state even', async () => {
    const core = await startCore()
    const { url } = await buildRequest(await calendar(core), { scope: 'openid', state: 'always-the-same' })
    await new UserAgent().signIn(url.href, { deny: true })
    const one = await signInOf(core, 'authorization')
    await new UserAgent().signIn(url.href)
    expect(await signInOf(core, 'authorization')).not.toBe(one)
    const attempts = await recorded(core.recorder, { signIn: one })
    expect(attempts.at(-1)?.error?.code).toBe('access_denied')
  })

  it('that posts its request is in one sign-in with what it is redirected to', async () => {
    const core = await startCore()
    const { url } = await buildRequest(await calendar(core), { scope: 'openid' })
    await new UserAgent().open(`${core.issuer}/authorize`, { method: 'POST', body: url.searchParams })
    const found = await recorded(core.recorder, { endpoint: 'authorization' })
    expect(found.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 303],
      ['GET', 303],
    ])
    expect(new Set(found.map(({ signIn: id }) => id)).size).toBe(1)
  })
})

describe('logout', () => {
  it.each([
    [
      'id_token_hint',
      (token: string) => ({ id_token_hint: token, post_logout_redirect_uri: 'http://localhost:3000/' }),
    ],
    ['client_id', () => ({ client_id: 'calendar-app' })],
    ['nothing', () => ({})],
  ] as const)('with %s belongs to the sign-in, with all its pages', async (_name, params) => {
    const core = await startCore()
    const agent = new UserAgent()
    const tokens = await signIn(await calendar(core), { scope: 'openid' }, {}, agent)
    const id = await signInOf(core, 'token')
    const page = await agent.open(`${core.issuer}/logout?${new URLSearchParams(params(tokens.id_token ?? ''))}`)
    const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    await agent.submit(
      page,
      [
        ['xsrf', xsrf],
        ['logout', 'yes'],
      ],
      '/logout/confirm',
    )
    const found = await recorded(core.recorder, { endpoint: 'end_session' })
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(found.map(({ signIn: each }) => each)).toEqual(found.map(() => id))
  })

  it('without a hint, in a session of two sign-ins, belongs to neither', async () => {
    const core = await startCore()
    const agent = new UserAgent()
    await signIn(await calendar(core), { scope: 'openid' }, {}, agent)
    await signIn(
      await discover(core.issuer, 'my-todos'),
      { scope: 'openid', redirect_uri: 'http://localhost:5173/callback' },
      {},
      agent,
    )
    await agent.open(`${core.issuer}/logout`)
    expect(await signInOf(core, 'end_session')).toBeUndefined()
  })
})

describe("the playground's callback", () => {
  const playground = (core: Core) => `${new URL(core.api).origin}/callback`

  it.each(['code', 'refusal', 'form'] as const)('belongs to the sign-in, with a %s', async (kind) => {
    const core = await startCore({ config: playgroundClient() })
    const config = await discover(core.issuer, 'playground')
    const mode = kind === 'form' ? { response_mode: 'form_post' } : {}
    const { page } = await visit(
      config,
      { scope: 'openid', redirect_uri: playground(core), ...mode },
      { deny: kind === 'refusal' },
    )
    const form = kind === 'form' ? formOf(page.body) : undefined
    await fetch(form ? playground(core) : page.url, form ? { method: 'POST', body: form } : {})
    expect(await signInOf(core, 'callback')).toBe(await signInOf(core, 'authorization'))
    expect((await lastExchange(core.recorder, { endpoint: 'callback' })).client_id).toBe('playground')
  })

  function playgroundClient() {
    return {
      clients: [
        {
          client_id: 'playground',
          application_type: 'native',
          redirect_uris: ['http://localhost/callback'],
          token_endpoint_auth_method: 'none',
          scope: 'openid',
          valetkey: { anyLoopbackRedirect: true },
        },
      ],
    }
  }

  function formOf(html: string): URLSearchParams {
    const fields = [...html.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ])
    return new URLSearchParams(fields)
  }
})

describe('tokens', () => {
  it('of a client alone belong together with the calls made with them', async () => {
    const core = await startCore()
    const config = await discover(core.issuer, 'taxi-finder', 'taxi-finder-secret')
    const [one, two] = [
      await client.clientCredentialsGrant(config, { scope: 'geocode' }),
      await client.clientCredentialsGrant(config, { scope: 'geocode' }),
    ]
    const [first, second] = (await recorded(core.recorder, { endpoint: 'token' })).map(({ signIn: id }) => id)
    expect(first).not.toBe(second)
    for (const [tokens, id] of [
      [two, second],
      [one, first],
    ] as const) {
      await fetch(`${core.issuer}/apis/world-mappers/geocode?q=Lisbon`, {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      })
      expect(await lastExchange(core.recorder, { endpoint: 'api' })).toMatchObject({
        signIn: id,
        client_id: 'taxi-finder',
      })
    }
  })

  it('that are opaque belong to their sign-in, and so does what the API asks the issuer about them', async () => {
    const core = await startCore()
    const config = await discover(core.issuer, 'quick-print', 'quick-print-secret')
    const tokens = await signIn(
      config,
      { scope: 'openid read:pictures', redirect_uri: 'http://localhost:3001/callback' },
      { user: 'carol' },
    )
    const id = await signInOf(core, 'token')
    await fetch(`${core.issuer}/apis/photobox/pictures`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    const after = (await recorded(core.recorder)).slice(-3)
    expect(after.map(({ endpoint, signIn: each }) => [endpoint, each])).toEqual([
      ['introspection', id],
      ['api', id],
      ['outgoing_introspection', id],
    ])
    expect(after[1]).toMatchObject({ client_id: 'quick-print', user: 'carol' })
  })

  it("that were exchanged join the subject's sign-in, in the name of who exchanged them", async () => {
    const core = await startCore()
    const subject = await signIn(await calendar(core), { scope: 'openid read:contacts' })
    const id = await signInOf(core, 'token')
    const taxi = await discover(core.issuer, 'taxi-finder', 'taxi-finder-secret')
    await client
      .genericGrantRequest(taxi, 'urn:ietf:params:oauth:grant-type:token-exchange', {
        subject_token: subject.access_token,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        scope: 'geocode',
      })
      .catch(() => undefined)
    expect(await lastExchange(core.recorder, { endpoint: 'token' })).toMatchObject({
      signIn: id,
      client_id: 'taxi-finder',
    })
  })

  it('that are introspected and revoked by others belong to who got them', async () => {
    const core = await startCore()
    const config = await calendar(core)
    const tokens = await signIn(config, { scope: 'openid offline_access read:contacts' })
    const id = await signInOf(core, 'token')
    const other = await discover(core.issuer, 'taxi-finder', 'taxi-finder-secret')
    await client.tokenIntrospection(other, tokens.access_token)
    expect(await lastExchange(core.recorder)).toMatchObject({
      endpoint: 'introspection',
      signIn: id,
      client_id: 'taxi-finder',
      user: 'alice',
    })
    await client.tokenRevocation(config, tokens.refresh_token ?? '')
    expect(await lastExchange(core.recorder)).toMatchObject({ endpoint: 'revocation', signIn: id })
  })
})

describe('what carries no value of any sign-in', () => {
  it('is counted to the only one that is going on', async () => {
    const core = await startCore()
    await signIn(await calendar(core), { scope: 'openid' })
    await fetch(`${core.issuer}/jwks`)
    expect(await signInOf(core, 'jwks')).toBe(await signInOf(core, 'token'))
  })

  it('is counted to none when there are two', async () => {
    const core = await startCore()
    const config = await calendar(core)
    await Promise.all([signIn(config, { scope: 'openid' }), signIn(config, { scope: 'openid' }, { user: 'bob' })])
    await fetch(`${core.issuer}/jwks`)
    expect(await signInOf(core, 'jwks')).toBeUndefined()
  })
})

describe("a device's code", () => {
  it('brings the blank page where it was typed in, and the page after a wrong one, into its sign-in', async () => {
    const core = await startCore()
    const device = await client.initiateDeviceAuthorization(await discover(core.issuer, 'couch-tv'), {
      scope: 'openid',
    })
    const agent = new UserAgent()
    let page = await agent.open(`${core.issuer}/device`)
    for (const user_code of ['BBBB-BBBB', device.user_code]) {
      const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
      page = await agent.submit(page, [
        ['xsrf', xsrf],
        ['user_code', user_code],
      ])
    }
    await agent.open(`${core.issuer}/device`)
    const found = await recorded(core.recorder)
    const [id] = found.filter(({ endpoint }) => endpoint === 'device_authorization').map(({ signIn: each }) => each)
    expect(found.filter(({ endpoint }) => endpoint === 'code_verification').map(({ signIn: each }) => each)).toEqual([
      id,
      id,
      id,
      undefined,
    ])
  })
})

describe('a request object by PAR', () => {
  it('begins the sign-in that its request_uri goes on with', async () => {
    const core = await startCore()
    const config = await calendar(core)
    const { url, checks } = await buildRequest(config, { scope: 'openid' })
    const pushed = await client.buildAuthorizationUrlWithPAR(config, url.searchParams)
    const page = await new UserAgent().signIn(pushed.href)
    await client.authorizationCodeGrant(config, new URL(page.url), checks)
    const found = await recorded(core.recorder)
    const par = found.find(({ endpoint }) => endpoint === 'pushed_authorization_request')
    const later = found.slice(found.findIndex(({ id }) => id === par?.id))
    expect(new Set(later.map(({ signIn: id }) => id))).toEqual(new Set([par?.signIn]))
    expect(later.at(-1)).toMatchObject({ endpoint: 'token', status: 200 })
    expect(CALLBACK).toBe(page.url.split('?')[0])
  })
})
