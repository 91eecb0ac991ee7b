/** One of everything that the issuer speaks, as recorded traffic has it. */
import * as client from 'openid-client'

import type { Exchange } from '#shared/model/exchange.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { actionOf, formOf } from '../protocol/browser.ts'
import { deliveryPlannerKey } from '../protocol/delivery-planner.ts'
import { buildRequest, CALLBACK, discover, recorded, signIn } from '../recorder/support.ts'
import { UserAgent } from '../support/user-agent.ts'

export interface Tour {
  readonly issuer: string
  readonly exchanges: readonly Exchange[]
  readonly tokens: {
    readonly id_token: string
    readonly access_token: string
    readonly exchanged: string
    readonly bound: string
    readonly signedAnswer: string
    /** An ID token with every claim that it can have. */
    readonly hybrid: string
  }
}

const RESOURCE = 'https://organizer.test/api'

const HYBRID = {
  response_type: 'code id_token token',
  nonce: 'n',
  max_age: '600',
  claims: JSON.stringify({ id_token: { acr: null, amr: null, sid: null } }),
}

export async function tour(): Promise<Tour> {
  const core = await createCore({ port: 0, uiPort: 0 })
  try {
    const tokens = await visitAll(core)
    const summaries = await recorded(core.recorder)
    const exchanges = await Promise.all(summaries.map(({ id }) => core.recorder.get(id)))
    return { issuer: core.issuer, exchanges: exchanges.filter((each) => each !== undefined), tokens }
  } finally {
    await core.close()
  }
}

async function visitAll({ issuer }: Core): Promise<Tour['tokens']> {
  const calendar = await discover(issuer, 'calendar-app', 'calendar-app-secret')
  const tokens = await user(issuer, calendar)
  await otherDoors(issuer, calendar)
  await mistakes(issuer)
  const { exchanged, bound } = await machines(issuer, tokens.access_token)
  const signed = await callback(calendar, { response_mode: 'jwt' })
  const hybrid = await callback(calendar, HYBRID)
  await Promise.all(
    ['/.well-known/oauth-authorization-server', '/jwks', '/.well-known/oauth-protected-resource/apis/organizer'].map(
      (path) => fetch(`${issuer}${path}`),
    ),
  )
  return {
    ...tokens,
    exchanged,
    bound,
    signedAnswer: signed.get('response') ?? '',
    hybrid: hybrid.get('id_token') ?? '',
  }
}

async function user(issuer: string, calendar: client.Configuration) {
  const scope = 'openid profile email address phone offline_access read:contacts'
  const agent = new UserAgent()
  const given = await signIn(calendar, { scope, resource: RESOURCE, prompt: 'login consent' }, {}, agent)
  await client.fetchUserInfo(calendar, given.access_token, client.skipSubjectCheck)
  await client.tokenIntrospection(calendar, given.access_token)
  await fetch(`${issuer}/apis/organizer/contacts`, { headers: { authorization: `Bearer ${given.access_token}` } })
  const renewed = await client.refreshTokenGrant(calendar, given.refresh_token ?? '')
  await client.tokenRevocation(calendar, renewed.refresh_token ?? '')
  const again = await signIn(calendar, { scope, resource: RESOURCE }, {}, agent)
  const page = await agent.open(
    client.buildEndSessionUrl(calendar, {
      post_logout_redirect_uri: 'http://localhost:3000/',
      id_token_hint: again.id_token ?? '',
      state: 's',
    }).href,
  )
  await agent.submit(page, Object.entries({ ...formOf(page), logout: 'yes' }), actionOf(page))
  return { id_token: again.id_token ?? '', access_token: again.access_token }
}

/** Pushed, on a device, on a phone, by a stranger, from another origin. */
async function otherDoors(issuer: string, calendar: client.Configuration): Promise<void> {
  const { url } = await buildRequest(calendar, { scope: 'openid', client_id: 'calendar-app', response_type: 'code' })
  await client.buildAuthorizationUrlWithPAR(calendar, url.searchParams)
  await client.initiateDeviceAuthorization(await discover(issuer, 'couch-tv'), { scope: 'openid' })
  const taxi = await discover(issuer, 'taxi-finder', 'taxi-finder-secret')
  const asked = await client.initiateBackchannelAuthentication(taxi, {
    scope: 'openid',
    login_hint: 'alice',
    binding_message: 'Taxi',
  })
  await client.genericGrantRequest(taxi, GRANT.ciba, { auth_req_id: asked.auth_req_id }).catch(() => undefined)
  await fetch(`${issuer}/device?user_code=AAAA-AAAA`)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ redirect_uris: [CALLBACK], client_name: 'Stranger', contacts: ['a@b.test'] })
  await fetch(`${issuer}/register`, { method: 'POST', headers, body })
  const preflight = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' }
  await fetch(`${issuer}/token`, {
    method: 'OPTIONS',
    headers: { ...preflight, 'access-control-request-headers': 'dpop' },
  })
}

async function mistakes(issuer: string): Promise<void> {
  await fetch(`${issuer}/apis/organizer/contacts`)
  await fetch(`${issuer}/userinfo`)
  await fetch(`${issuer}/authorize?client_id=nobody`)
  const body = new URLSearchParams({
    grant_type: 'password',
    client_id: 'old-mail',
    username: 'alice',
    password: 'wrong',
  })
  await fetch(`${issuer}/token`, { method: 'POST', body })
}

async function machines(issuer: string, subject_token: string) {
  const taxi = await discover(issuer, 'taxi-finder', 'taxi-finder-secret')
  const DPoP = client.getDPoPHandle(taxi, await client.randomDPoPKeyPair('ES256'))
  const bound = await client.clientCredentialsGrant(taxi, { scope: 'route' }, { DPoP })
  await client.fetchProtectedResource(
    taxi,
    bound.access_token,
    new URL(`${issuer}/apis/world-mappers/route?from=Berlin&to=Paris`),
    'GET',
    null,
    undefined,
    { DPoP },
  )
  await client.tokenIntrospection(taxi, bound.access_token)
  const key = client.PrivateKeyJwt(await deliveryPlannerKey())
  const planner = await client.discovery(new URL(issuer), 'delivery-planner', undefined, key, {
    execute: [client.allowInsecureRequests],
  })
  const exchanged = await client.genericGrantRequest(planner, GRANT.tokenExchange, {
    subject_token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    scope: 'route',
  })
  return { exchanged: exchanged.access_token, bound: bound.access_token }
}

/** The parameters that the browser brings, in the query or the fragment. */
async function callback(config: client.Configuration, params: Readonly<Record<string, string>>) {
  const { url } = await buildRequest(config, { scope: 'openid', ...params })
  const page = await new UserAgent().signIn(url.href)
  const { hash, searchParams } = new URL(page.url)
  return hash === '' ? searchParams : new URLSearchParams(hash.slice(1))
}
