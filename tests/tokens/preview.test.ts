import { decodeJwt, decodeProtectedHeader } from 'jose'
import * as oauth from 'openid-client'
import { beforeEach, describe, expect, it } from 'vitest'

import type { Preview, PreviewChoice, PreviewToken } from '#shared/contract/calls/tokens.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import { formOf, responseOf, visit } from '../protocol/browser.ts'
import { discover } from '../protocol/support.ts'
import { UserAgent } from '../support/user-agent.ts'
import { ORGANIZER, PHOTOBOX, useWorld } from './support.ts'

const world = useWorld()

const SECRETS: Readonly<Record<string, string>> = {
  'calendar-app': 'calendar-app-secret',
  'taxi-finder': 'taxi-finder-secret',
  'quick-print': 'quick-print-secret',
}
const REDIRECTS: Readonly<Record<string, string>> = {
  'my-todos': 'http://localhost:5173/callback',
  'calendar-app': 'http://localhost:3000/callback',
}

function preview(choice: PreviewChoice): Promise<Preview> {
  return world.core.call('tokens.preview', { choice })
}

interface Given {
  readonly access_token?: string | undefined
  readonly id_token?: string | undefined
  readonly refresh_token?: string | undefined
}

/** The same, got as an application gets it. */
async function get(choice: PreviewChoice): Promise<Given> {
  const { client_id, grant_type, scope, api } = choice
  const config = await discover(world.core.issuer, client_id, SECRETS[client_id])
  const params = { scope: scope.join(' '), ...(api !== undefined && { resource: api }) }
  switch (grant_type) {
    case GRANT.clientCredentials:
      return oauth.clientCredentialsGrant(config, params)
    case GRANT.password: {
      const user = choice.user ?? ''
      return oauth.genericGrantRequest(config, GRANT.password, { username: user, password: user, ...params })
    }
    case GRANT.deviceCode:
      return onDevice(config, params, choice.user)
    case GRANT.ciba:
      return elsewhere(config, params, choice.user)
    default:
      return inBrowser(config, params, choice)
  }
}

async function inBrowser(config: oauth.Configuration, params: object, choice: PreviewChoice): Promise<Given> {
  const asked = {
    ...params,
    redirect_uri: REDIRECTS[choice.client_id] ?? 'http://localhost:4401/callback',
    response_type: choice.response_type ?? 'code',
  }
  const visited = await visit(config, asked, { user: choice.user ?? 'alice' })
  const { url, checks } = visited
  const handed: Given & { code?: string } = responseOf(visited)
  if (handed.code === undefined) return handed
  const redeemed = await oauth.genericGrantRequest(config, GRANT.authorizationCode, {
    code: handed.code,
    redirect_uri: `${url.origin}${url.pathname}`,
    code_verifier: checks.pkceCodeVerifier,
  })
  return { ...redeemed, id_token: handed.id_token ?? redeemed.id_token }
}

async function onDevice(config: oauth.Configuration, params: Record<string, string>, user = 'alice'): Promise<Given> {
  const device = await oauth.initiateDeviceAuthorization(config, params)
  const agent = new UserAgent()
  const page = await agent.open(`${world.core.issuer}/device`)
  const confirm = await agent.submit(page, Object.entries({ ...formOf(page), user_code: device.user_code }))
  const prompt = await agent.submit(confirm, [...Object.entries(formOf(confirm)), ['confirm', 'yes']])
  await agent.signIn(prompt.url, { user })
  return oauth.genericGrantRequest(config, GRANT.deviceCode, { device_code: device.device_code })
}

async function elsewhere(config: oauth.Configuration, params: Record<string, string>, user = 'alice'): Promise<Given> {
  const request = await oauth.initiateBackchannelAuthentication(config, { ...params, login_hint: user })
  const agent = new UserAgent()
  const page = await agent.open(`${world.core.issuer}/approvals`)
  await agent.submit(page, Object.entries({ ...formOf(page), action: 'approve' }))
  return oauth.genericGrantRequest(config, GRANT.ciba, { auth_req_id: request.auth_req_id })
}

type Members = Readonly<Record<string, unknown>>
const EACH_TIME = ['iat', 'exp', 'auth_time', 'jti', 'sid', 'nonce', 'at_hash', 'c_hash', 's_hash']

/** With what is another one each time reduced to that it is there, and a lifetime in place of two times. */
function comparable(claims: Members): Members {
  const reduced = Object.entries(claims).map(([name, value]) => [name, EACH_TIME.includes(name) ? 'there' : value])
  const { iat, exp } = claims
  const lifetime = typeof iat === 'number' && typeof exp === 'number' ? { lifetime: exp - iat } : {}
  return { ...Object.fromEntries(reduced), ...lifetime }
}

function shown(token: PreviewToken | undefined) {
  if (!token) return undefined
  const members = (list: PreviewToken['members']) => Object.fromEntries(list.map(({ name, value }) => [name, value]))
  return { header: members(token.header), claims: comparable(members(token.members)) }
}

function real(token: string | undefined) {
  if (token === undefined) return undefined
  return { header: { ...decodeProtectedHeader(token) }, claims: comparable(decodeJwt(token)) }
}

async function realAccess(token: string | undefined) {
  if (token?.startsWith('ey')) return real(token)
  if (token === undefined) return undefined
  const { answer } = await world.core.call('tokens.introspect', { presented: { token } })
  const { active: _active, ...claims } = answer
  return { header: {}, claims: comparable(claims) }
}

async function userInfo(token: string | undefined) {
  const response = await fetch(`${world.core.issuer}/userinfo`, { headers: { authorization: `Bearer ${token}` } })
  return response.ok ? { header: {}, claims: comparable((await response.json()) as Members) } : undefined
}

const OPENID = ['openid', 'profile', 'email', 'address', 'phone']
const CASES: readonly (readonly [title: string, choice: PreviewChoice])[] = [
  [
    'all of Alice',
    {
      client_id: 'calendar-app',
      user: 'alice',
      grant_type: GRANT.authorizationCode,
      scope: [...OPENID, 'offline_access', 'read:contacts'],
    },
  ],
  ...OPENID.slice(1).map((scope): (typeof CASES)[number] => [
    `openid and ${scope} of Bob`,
    { client_id: 'calendar-app', user: 'bob', grant_type: GRANT.authorizationCode, scope: ['openid', scope] },
  ]),
  ['openid alone', { client_id: 'my-todos', user: 'alice', grant_type: GRANT.authorizationCode, scope: ['openid'] }],
  [
    'an API without openid',
    {
      client_id: 'my-todos',
      user: 'mallory',
      grant_type: GRANT.authorizationCode,
      scope: ['read:tasks', 'create:tasks'],
    },
  ],
  [
    'a second factor',
    { client_id: 'my-todos', user: 'carol', grant_type: GRANT.authorizationCode, scope: ['openid', 'profile'] },
  ],
  [
    'an API that is named',
    {
      client_id: 'my-todos',
      user: 'alice',
      grant_type: GRANT.authorizationCode,
      scope: ['openid', 'read:tasks'],
      api: ORGANIZER,
    },
  ],
  [
    'scopes of another API',
    {
      client_id: 'my-todos',
      user: 'alice',
      grant_type: GRANT.authorizationCode,
      scope: ['openid', 'read:pictures'],
      api: PHOTOBOX,
    },
  ],
  [
    'an opaque token',
    {
      client_id: 'quick-print',
      user: 'alice',
      grant_type: GRANT.authorizationCode,
      scope: ['openid', 'email', 'read:pictures'],
    },
  ],
  [
    'implicit, both tokens',
    {
      client_id: 'my-todos',
      user: 'alice',
      grant_type: GRANT.implicit,
      response_type: 'id_token token',
      scope: ['openid', 'email', 'read:tasks'],
    },
  ],
  [
    'implicit, an ID token',
    {
      client_id: 'calendar-app',
      user: 'alice',
      grant_type: GRANT.implicit,
      response_type: 'id_token',
      scope: ['openid', 'email'],
    },
  ],
  [
    'implicit, an access token',
    { client_id: 'my-todos', user: 'alice', grant_type: GRANT.implicit, response_type: 'token', scope: ['read:tasks'] },
  ],
  [
    'hybrid',
    {
      client_id: 'calendar-app',
      user: 'alice',
      grant_type: GRANT.authorizationCode,
      response_type: 'code id_token token',
      scope: ['openid', 'read:contacts'],
    },
  ],
  [
    'hybrid without an access token',
    {
      client_id: 'calendar-app',
      user: 'bob',
      grant_type: GRANT.authorizationCode,
      response_type: 'code id_token',
      scope: ['openid', 'profile'],
    },
  ],
  ['no user', { client_id: 'taxi-finder', grant_type: GRANT.clientCredentials, scope: ['geocode', 'route'] }],
  [
    'no user, asking for one',
    { client_id: 'taxi-finder', grant_type: GRANT.clientCredentials, scope: ['openid', 'geocode'] },
  ],
  [
    'a password',
    {
      client_id: 'old-mail',
      user: 'alice',
      grant_type: GRANT.password,
      scope: ['openid', 'profile', 'offline_access', 'read:contacts'],
    },
  ],
  [
    'a device',
    {
      client_id: 'couch-tv',
      user: 'bob',
      grant_type: GRANT.deviceCode,
      scope: ['openid', 'email', 'offline_access', 'read:pictures'],
    },
  ],
  [
    'another device (CIBA)',
    { client_id: 'taxi-finder', user: 'alice', grant_type: GRANT.ciba, scope: ['openid', 'phone', 'route'] },
  ],
]

beforeEach(async () => {
  await world.core.call('reset', { options: {} })
})

describe('what is said beforehand', () => {
  it.each(CASES)('is what is given: %s', async (_title, choice) => {
    const said = await preview(choice)
    const given = await get(choice)
    expect(said.refused).toBeUndefined()
    expect(shown(said.idToken)).toEqual(real(given.id_token))
    expect(shown(said.accessToken)).toEqual(await realAccess(given.access_token))
    expect(shown(said.userInfo)).toEqual(given.access_token && (await userInfo(given.access_token)))
    expect(said.refreshToken).toBe(given.refresh_token !== undefined)
  })

  it('follows a changed setting at once: format and lifetime of the API, claims of the user, algorithm of the client', async () => {
    const choice: PreviewChoice = {
      client_id: 'my-todos',
      user: 'alice',
      grant_type: GRANT.authorizationCode,
      scope: ['openid', 'profile', 'read:tasks'],
    }
    await world.core.call('apis.change', {
      identifier: ORGANIZER,
      changes: { tokenFormat: 'opaque', tokenLifetime: 77 },
    })
    await world.core.call('users.change', { username: 'alice', changes: { claims: { shoeSize: 38 } } })
    await world.core.call('clients.change', {
      client_id: 'my-todos',
      changes: { id_token_signed_response_alg: 'ES256' },
    })
    await world.core.call('settings.change', { changes: { lifetimes: { idToken: 55 } } })
    const said = await preview(choice)
    const given = await get(choice)
    expect(shown(said.idToken)).toEqual(real(given.id_token))
    expect(shown(said.idToken)).toMatchObject({ header: { alg: 'ES256' }, claims: { shoeSize: 38, lifetime: 55 } })
    expect(shown(said.accessToken)).toEqual(await realAccess(given.access_token))
    expect(said.accessToken?.format).toBe('opaque')
  })
})

describe('where each member comes from', () => {
  const sources = (token: PreviewToken | undefined) =>
    Object.fromEntries((token?.members ?? []).map(({ name, source }) => [name, source]))

  it('is the user, a scope, the client, the API or a setting', async () => {
    const said = await preview({
      client_id: 'my-todos',
      user: 'alice',
      grant_type: GRANT.authorizationCode,
      scope: ['openid', 'email', 'profile', 'read:tasks'],
    })
    expect(sources(said.idToken)).toMatchObject({
      iss: { from: 'issuer' },
      sub: { from: 'user', entity: 'alice', setting: 'username' },
      email: { from: 'user_claim', entity: 'alice', setting: 'email' },
      roles: { from: 'user_claim', entity: 'alice', setting: 'profile' },
      aud: { from: 'client', entity: 'my-todos' },
      exp: { from: 'settings_lifetime', setting: 'idToken' },
      nonce: { from: 'request', setting: 'nonce' },
    })
    expect(sources(said.accessToken)).toMatchObject({
      aud: { from: 'client_setting', entity: 'my-todos', setting: 'defaultApi' },
      exp: { from: 'api_lifetime', entity: ORGANIZER, setting: 'tokenLifetime' },
      scope: { from: 'granted_scope' },
      jti: { from: 'grant' },
    })
    expect(said.accessToken?.header.find(({ name }) => name === 'alg')?.source).toEqual({
      from: 'api',
      entity: ORGANIZER,
      setting: 'signingAlg',
    })
    expect(said.idToken?.withheld).toEqual(expect.arrayContaining([{ name: 'phone_number', scope: 'phone' }]))
  })

  it('says of each scope what became of it', async () => {
    const choice = { client_id: 'calendar-app', user: 'alice', grant_type: GRANT.authorizationCode }
    const said = await preview({ ...choice, scope: ['openid', 'email', 'read:contacts', 'read:pictures'] })
    expect(said.scopes.map(({ scope, outcome, why }) => [scope, outcome, why])).toEqual([
      ['openid', 'granted', 'granted'],
      ['email', 'granted', 'granted'],
      ['read:contacts', 'granted', 'granted'],
      ['read:pictures', 'dropped', 'not_allowed'],
    ])
    expect(said.scopes[1]?.claims).toEqual(['email', 'email_verified'])
  })

  it('names the scope for which all is refused', async () => {
    const choice = { client_id: 'my-todos', user: 'alice', grant_type: GRANT.authorizationCode }
    const said = await preview({ ...choice, scope: ['openid', 'phone'] })
    expect(said.refused).toMatchObject({ endpoint: '/authorize', error: 'invalid_scope' })
    expect(said.scopes.map(({ scope, outcome, why }) => [scope, outcome, why])).toEqual([
      ['openid', 'refused', 'refused'],
      ['phone', 'refused', 'not_allowed'],
    ])
  })
})

describe('a refusal', () => {
  const CODE = { grant_type: GRANT.authorizationCode, user: 'alice', scope: ['openid'] }

  it.each([
    ['an API that nobody knows', { ...CODE, client_id: 'my-todos', api: 'https://nowhere.test' }, 'invalid_target'],
    ['a client that nobody knows', { ...CODE, client_id: 'nobody' }, 'invalid_client'],
    ['a user that nobody knows', { ...CODE, client_id: 'my-todos', user: 'nobody' }, 'access_denied'],
    [
      'a grant that the client does not have',
      { ...CODE, client_id: 'my-todos', grant_type: GRANT.password },
      'unauthorized_client',
    ],
    [
      'a response type that it does not have',
      { ...CODE, client_id: 'text-app', response_type: 'id_token' as const },
      'invalid_request',
    ],
    ['a client without a redirect address', { ...CODE, client_id: 'couch-tv' }, 'invalid_request'],
  ])('is said as the issuer says it: %s', async (_title, choice, error) => {
    const said = await preview(choice)
    expect([said.refused?.error, said.idToken, said.accessToken]).toEqual([error, undefined, undefined])
    expect(`${said.refused?.description ?? ''}${said.refused?.reason ?? ''}`).not.toBe('')
  })
})

it('gives nothing: no token, no grant, no session, no traffic, nothing that opens a door', async () => {
  const { core } = world
  const count = async () => ({
    tokens: (await core.call('tokens.list', {})).items.length,
    grants: (await core.call('grants.list', {})).items.length,
    sessions: (await core.call('sessions.list', {})).items.length,
    stored: (await core.call('exchanges.stats', {})).recorded,
  })
  const before = await count()
  for (const [, choice] of CASES) {
    const said = JSON.stringify(await preview(choice))
    expect(said).not.toMatch(/ey[\w-]{10,}\.ey[\w-]+\./)
  }
  await core.recorder.flush()
  expect(await count()).toEqual(before)
})
