import { decodeJwt, decodeProtectedHeader } from 'jose'
import { errors } from 'oidc-provider'
import { beforeAll, describe, expect, it } from 'vitest'

import { contextOf, type EntryContext } from '#shared/teach/contexts.ts'
import { entriesOf, explain } from '#shared/teach/entries.ts'

import { jwtBearerGrant } from '../../electron/core/issuer/grants/jwt-bearer.ts'
import { passwordGrant } from '../../electron/core/issuer/grants/password.ts'
import { tokenExchangeGrant } from '../../electron/core/issuer/grants/token-exchange.ts'
import people from '../../resources/scenarios/people.json' with { type: 'json' }
import { type Tour, tour } from './tour.ts'

/** Every API has names of its own, which are no protocol. */
const NO_PROTOCOL: ReadonlySet<string> = new Set(['unknown', 'api'])

let seen: Tour
beforeAll(async () => {
  seen = await tour()
})

function unexplained(names: Iterable<string>, context: EntryContext): string[] {
  return [...new Set(names)].filter((name) => !entriesOf(name).some(({ where }) => where.includes(context)))
}

function membersOf(text: string): string[] {
  return text.startsWith('{') ? Object.keys(JSON.parse(text) as object) : []
}

describe('what stands in real traffic', () => {
  it('is one of everything', () => {
    const endpoints = new Set(seen.exchanges.map(({ endpoint }) => endpoint))
    expect([...endpoints]).toEqual(
      expect.arrayContaining([
        'authorization',
        'token',
        'userinfo',
        'jwks',
        'introspection',
        'revocation',
        'pushed_authorization_request',
        'device_authorization',
        'backchannel_authentication',
        'registration',
        'end_session',
        'discovery',
        'api',
        'resource_metadata',
      ]),
    )
  })

  it('has no parameter that is not explained in its place', () => {
    const missing = seen.exchanges.flatMap(({ endpoint, request }) => {
      const context = contextOf(endpoint, 'request')
      if (context === undefined || NO_PROTOCOL.has(endpoint)) return []
      const form = endpoint === 'registration' ? membersOf(request.body.text) : namesIn(request.body.text)
      return unexplained([...namesIn(new URL(request.url).search), ...form], context).map((name) => [context, name])
    })
    expect(missing).toEqual([])
  })

  it('has no member of an answer that is not explained in its place', () => {
    const missing = seen.exchanges.flatMap(({ endpoint, response }) => {
      const context = contextOf(endpoint, 'response')
      if (context === undefined || response === 'aborted' || NO_PROTOCOL.has(endpoint)) return []
      return unexplained(membersOf(response.body.text), context).map((name) => [context, name])
    })
    expect(missing).toEqual([])
  })

  it('has no header that is not explained', () => {
    const names = seen.exchanges.flatMap(({ request, response }) => [
      ...request.headers.map(([name]) => name),
      ...(response === 'aborted' ? [] : response.headers.map(([name]) => name)),
    ])
    expect([...new Set(names)].filter((name) => explain(name, { kind: 'header' }) === undefined)).toEqual([])
  })

  it('has no key whose members are not explained', () => {
    const keys = seen.exchanges.flatMap(({ endpoint, response }) =>
      endpoint === 'jwks' && response !== 'aborted'
        ? (JSON.parse(response.body.text) as { keys: readonly object[] }).keys
        : [],
    )
    expect(keys.length).toBeGreaterThan(0)
    expect(unexplained(keys.flatMap(Object.keys), 'key')).toEqual([])
  })

  it('has no error that is not explained', () => {
    const codes = seen.exchanges.flatMap(({ endpoint, error }) =>
      error === undefined || NO_PROTOCOL.has(endpoint) ? [] : [error.code],
    )
    expect(codes.length).toBeGreaterThan(2)
    expect(codes.filter((code) => explain(code, { kind: 'error' }) === undefined)).toEqual([])
  })
})

describe('claims', () => {
  it('are all there that an ID token can have', () => {
    const claims = ['nonce', 'at_hash', 'c_hash', 's_hash', 'auth_time', 'acr', 'amr', 'sid']
    expect(Object.keys(decodeJwt(seen.tokens.hybrid))).toEqual(expect.arrayContaining(claims))
  })

  it.each([
    ['id_token', 'ID token'],
    ['hybrid', 'ID token'],
    ['access_token', 'access token'],
    ['exchanged', 'access token'],
    ['bound', 'access token'],
    ['signedAnswer', 'signed authorization response'],
  ] as const)('of %s are explained', (token, context) => {
    const jwt = seen.tokens[token]
    expect(unexplained(Object.keys(decodeJwt(jwt)), context)).toEqual([])
    expect(unexplained(Object.keys(decodeProtectedHeader(jwt)), 'JOSE header')).toEqual([])
  })

  it.each(people.users)('of $username are explained', ({ claims }) => {
    expect(unexplained(Object.keys(claims), 'userinfo response')).toEqual([])
    expect(unexplained(Object.keys(claims.address), 'address claim')).toEqual([])
  })
})

describe('what the issuer takes and says', () => {
  it.each([passwordGrant, tokenExchangeGrant, jwtBearerGrant])('$grantType has explained parameters', (grant) => {
    expect(unexplained(grant.parameters, 'token request')).toEqual([])
  })

  it.each(['authorization_code', 'ciba', 'client_credentials', 'device_code', 'refresh_token'])(
    '%s has explained parameters',
    async (grant) => {
      const { parameters } = (await load(`actions/grants/${grant}.js`)) as { parameters: ReadonlySet<string> }
      expect(unexplained(parameters, 'token request')).toEqual([])
    },
  )

  it('takes no parameter at the authorization endpoint that is not explained', async () => {
    const { default: parameters } = (await load('consts/param_list.js')) as { default: readonly string[] }
    const added = ['claims', 'resource', 'audience', 'authorization_details', 'dpop_jkt']
    expect(unexplained([...parameters, ...added], 'authorization request')).toEqual([])
  })

  it('takes no parameter of a backchannel request that is not explained', () => {
    const parameters = [
      'login_hint',
      'id_token_hint',
      'login_hint_token',
      'binding_message',
      'user_code',
      'requested_expiry',
      'request_context',
      'client_notification_token',
    ]
    expect(unexplained(parameters, 'backchannel authentication request')).toEqual([])
  })

  it('says no error that is not explained', () => {
    const codes = Object.values(errors)
      .filter((Failure) => typeof Failure === 'function' && Failure.prototype instanceof errors.OIDCProviderError)
      .map((Failure) => new (Failure as new (text: string) => { readonly error: string })('x').error)
      .filter((code) => !OF_FEATURES_THAT_ARE_OFF.test(code) && code !== 'x')
    expect(codes.length).toBeGreaterThan(30)
    expect([...new Set(codes)].filter((code) => explain(code, { kind: 'error' }) === undefined)).toEqual([])
  })
})

/** Verifiable credentials and attested clients. */
const OF_FEATURES_THAT_ARE_OFF = /credential|attestation|invalid_(?:nonce|proof)$/

/** Behind the library's face, where no types are. */
function load(path: string): Promise<unknown> {
  const specifier = `oidc-provider/lib/${path}`
  return import(specifier)
}

function namesIn(form: string): string[] {
  return form.startsWith('{') ? [] : [...new URLSearchParams(form).keys()]
}
