import * as client from 'openid-client'
import { afterEach, describe, expect, it } from 'vitest'

import { useManagement } from '../management/support.ts'
import { UserAgent, type Page } from '../support/user-agent.ts'
import { FEATURES } from '#shared/model/features.ts'
import { SETTINGS_DEFAULTS } from '#shared/model/settings.ts'
import { CALLBACK } from './support.ts'

const management = useManagement()
const { lifetimes, policies, features, clock } = SETTINGS_DEFAULTS
const DAY = 86_400

afterEach(async () => {
  await change({ lifetimes, policies, features, clock })
})

async function change(changes: object): Promise<void> {
  const { status, text } = await management.call('PATCH', '/settings', { body: changes })
  if (status !== 200) throw new Error(text)
}

/** What came of a sign-in: it went on to its tokens, or the words of a refusal. */
type Outcome = string

interface SignIn {
  readonly params?: Readonly<Record<string, string>>
  readonly user?: string
  readonly isPushed?: boolean
}

const WITHOUT_PKCE = { params: { code_challenge: '' } }

/** A sign-in during which the settings change: when the first page is shown, or when the application has its code. */
async function signInAcross(
  changes: object,
  at: 'page' | 'code',
  { params = {}, user, isPushed }: SignIn,
): Promise<Outcome> {
  const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
  const agent = new UserAgent()
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const hasPkce = params['code_challenge'] === undefined
  const asked = {
    redirect_uri: CALLBACK,
    scope: 'openid offline_access read:contacts',
    state: 's',
    nonce: 'n',
    ...params,
    ...(hasPkce && {
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    }),
  }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
  const url = isPushed
    ? await client.buildAuthorizationUrlWithPAR(config, given)
    : client.buildAuthorizationUrl(config, given)
  if (isPushed) await change(changes)
  const first = await agent.open(url.href)
  if (at === 'page' && !isPushed) await change(changes)
  const page = first.status === 200 ? await agent.signIn(first.url, user === undefined ? {} : { user }) : first
  const refused = refusalOf(page)
  if (refused !== undefined) return refused
  if (at === 'code') await change(changes)
  return redeem(config, page, hasPkce ? pkceCodeVerifier : undefined)
}

function refusalOf({ url, status, body }: Page): string | undefined {
  if (status >= 500) throw new Error(`${status}: ${body}`)
  const { hash, searchParams, href } = new URL(url)
  const answer = hash === '' ? searchParams : new URLSearchParams(hash.slice(1))
  if (href.startsWith(CALLBACK)) return answer.get('error') ?? undefined
  return `a page with ${status}`
}

async function redeem(
  config: client.Configuration,
  { url }: Page,
  pkceCodeVerifier: string | undefined,
): Promise<Outcome> {
  if (new URL(url).hash !== '') return 'goes on'
  try {
    const checks = {
      expectedState: 's',
      expectedNonce: 'n',
      ...(pkceCodeVerifier !== undefined && { pkceCodeVerifier }),
    }
    await client.authorizationCodeGrant(config, new URL(url), checks)
    return 'goes on'
  } catch (error) {
    if (error instanceof client.ResponseBodyError && error.status < 500) return error.error
    if (error instanceof client.ClientError && error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED')
      return 'the clocks differ'
    throw error
  }
}

type Row = readonly [what: string, changes: object, atPage: Outcome, atCode: Outcome, signIn?: SignIn]

const SHORT = Object.fromEntries(Object.keys(lifetimes).map((name) => [name, 5]))

const ROWS: readonly Row[] = [
  ['all lifetimes are cut', { lifetimes: SHORT }, 'goes on', 'goes on'],
  [
    'all lifetimes are stretched',
    { lifetimes: Object.fromEntries(Object.keys(lifetimes).map((name) => [name, 315_360_000])) },
    'goes on',
    'goes on',
  ],
  ['PKCE is demanded of everyone', { policies: { pkce: 'everyone' } }, 'goes on', 'goes on'],
  ['PKCE is demanded of who sends none', { policies: { pkce: 'everyone' } }, 'goes on', 'goes on', WITHOUT_PKCE],
  ['PKCE is demanded of nobody', { policies: { pkce: 'nobody' } }, 'goes on', 'goes on', WITHOUT_PKCE],
  ['consent is asked for every time', { policies: { consent: 'always' } }, 'goes on', 'goes on'],
  ['consent is never asked for', { policies: { consent: 'never' } }, 'goes on', 'goes on'],
  ['refresh tokens are not rotated', { policies: { refreshRotation: 'never' } }, 'goes on', 'goes on'],
  [
    'a second factor is asked of everyone',
    { policies: { secondFactor: 'everyone' } },
    'unmet_authentication_requirements',
    'goes on',
  ],
  [
    'a second factor is asked of who has one',
    { policies: { secondFactor: 'everyone' } },
    'goes on',
    'goes on',
    { user: 'carol' },
  ],
  [
    'a second factor is asked of nobody',
    { policies: { secondFactor: 'nobody' } },
    'goes on',
    'goes on',
    { user: 'carol' },
  ],
  ['unknown clients are let in', { policies: { permissive: true } }, 'goes on', 'goes on'],
  ['the clock goes on by a second', { clock: { offset: 1 } }, 'goes on', 'goes on'],
  ['the clock goes on by a day', { clock: { offset: DAY } }, 'a page with 400', 'invalid_grant'],
  ['the clock goes back by a day', { clock: { offset: -DAY } }, 'the clocks differ', 'the clocks differ'],
  ['nothing but code is left', { features: { ...features, implicit: false, hybrid: false } }, 'goes on', 'goes on'],
  [
    'hybrid goes while it is used',
    { features: { hybrid: false } },
    'a page with 400',
    'goes on',
    { params: { response_type: 'code id_token' } },
  ],
  [
    'implicit goes while it is used',
    { features: { implicit: false } },
    'a page with 400',
    'goes on',
    { params: { response_type: 'id_token', scope: 'openid' } },
  ],
  [
    'JARM goes while it is used',
    { features: { jwtResponseModes: false } },
    'a page with 400',
    '',
    { params: { response_mode: 'jwt' } },
  ],
  [
    'details go while they are asked for',
    { features: { richAuthorizationRequests: false } },
    'goes on',
    'goes on',
    { params: { authorization_details: '[{"type":"appointment_booking"}]', resource: 'https://organizer.test/api' } },
  ],
  [
    'claims go while they are used',
    { features: { claimsParameter: false } },
    'goes on',
    'goes on',
    { params: { claims: '{"userinfo":{"email":null}}' } },
  ],
  [
    'pushed requests go when one was pushed',
    { features: { pushedAuthorizationRequests: false } },
    'a page with 400',
    '',
    { isPushed: true },
  ],
]

const CASES = ROWS.map(([what, changes, atPage, atCode, signIn = {}]) => ({ what, changes, atPage, atCode, signIn }))

describe('a sign-in during which', () => {
  it.each(CASES.filter(({ atPage }) => atPage !== ''))('$what, at the page', async ({ changes, atPage, signIn }) => {
    expect(await signInAcross(changes, 'page', signIn)).toBe(atPage)
  })

  it.each(CASES.filter(({ atCode }) => atCode !== ''))('$what, with the code in hand', async (row) => {
    expect(await signInAcross(row.changes, 'code', row.signIn)).toBe(row.atCode)
  })

  it.each(FEATURES)('%s is switched off, which it does not use, goes on', async (feature) => {
    expect(await signInAcross({ features: { [feature]: false } }, 'page', {})).toBe('goes on')
  })

  it('its device grant is switched off is told so', async () => {
    const tv = await management.issuer.discover('couch-tv')
    const { device_code, verification_uri_complete = '' } = await client.initiateDeviceAuthorization(tv, {
      scope: 'openid',
    })
    await change({ features: { deviceFlow: false } })
    expect((await new UserAgent().open(verification_uri_complete)).status).toBe(404)
    const poll = client.genericGrantRequest(tv, 'urn:ietf:params:oauth:grant-type:device_code', { device_code })
    await expect(poll).rejects.toMatchObject({ error: 'unsupported_grant_type' })
  })

  it('the whole issuer is reduced to the least goes on', async () => {
    const none = Object.fromEntries(FEATURES.map((feature) => [feature, false]))
    expect(await signInAcross({ features: none }, 'page', {})).toBe('goes on')
  })
})
