import { describe, expect, it } from 'vitest'

import type { Core } from '../../electron/core/create-core.ts'
import type { Endpoint, Exchange } from '#shared/model/exchange.ts'
import { lastExchange, startCore } from './support.ts'

interface Refused {
  readonly endpoint: Endpoint
  readonly method?: string
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
  readonly json?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly code: string | RegExp
  /** The issuer's own reason, which goes beyond what the client is told. */
  readonly reason: RegExp
}

const CALENDAR = { client_id: 'calendar-app', client_secret: 'calendar-app-secret' }
const QUERY = 'client_id=calendar-app&response_type=code&scope=openid'

const REFUSED: readonly Refused[] = [
  {
    endpoint: 'authorization',
    path: '/authorize?client_id=nobody&response_type=code',
    code: 'invalid_client',
    reason: /nobody|not found|client/i,
  },
  {
    endpoint: 'authorization',
    path: `/authorize?${QUERY}&redirect_uri=http://evil.test/`,
    code: 'invalid_redirect_uri',
    reason: /redirect_uri/,
  },
  {
    endpoint: 'authorization',
    path: `/authorize?${QUERY.replace('=code', '=nonsense')}&redirect_uri=http://localhost:3000/callback`,
    code: 'unsupported_response_type',
    reason: /./,
  },
  {
    endpoint: 'token',
    path: '/token',
    form: { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'x' },
    code: 'invalid_client',
    reason: /./,
  },
  {
    endpoint: 'token',
    path: '/token',
    form: {
      ...CALENDAR,
      grant_type: 'authorization_code',
      code: 'made-up',
      redirect_uri: 'http://localhost:3000/callback',
    },
    code: 'invalid_grant',
    reason: /code/,
  },
  {
    endpoint: 'token',
    path: '/token',
    form: { ...CALENDAR, grant_type: 'magic' },
    code: 'unsupported_grant_type',
    reason: /grant_type/,
  },
  {
    endpoint: 'token',
    path: '/token',
    json: { grant_type: 'client_credentials' },
    code: 'invalid_request',
    reason: /content-type/i,
  },
  { endpoint: 'token', method: 'GET', path: '/token', code: /./, reason: /./ },
  {
    endpoint: 'pushed_authorization_request',
    path: '/par',
    form: { ...CALENDAR, response_type: 'code', redirect_uri: 'http://evil.test/' },
    code: 'invalid_request',
    reason: /redirect_uri/,
  },
  {
    endpoint: 'device_authorization',
    path: '/device_authorization',
    form: CALENDAR,
    code: 'unauthorized_client',
    reason: /device/,
  },
  {
    endpoint: 'backchannel_authentication',
    path: '/backchannel',
    form: CALENDAR,
    code: 'unauthorized_client',
    reason: /./,
  },
  { endpoint: 'introspection', path: '/introspect', form: CALENDAR, code: 'invalid_request', reason: /token/ },
  {
    endpoint: 'introspection',
    path: '/introspect',
    form: { token: 'x' },
    code: /invalid_(request|client)/,
    reason: /./,
  },
  { endpoint: 'revocation', path: '/revoke', form: CALENDAR, code: 'invalid_request', reason: /token/ },
  { endpoint: 'userinfo', path: '/userinfo', code: 'invalid_token', reason: /token/ },
  {
    endpoint: 'userinfo',
    path: '/userinfo',
    headers: { authorization: 'Bearer made-up' },
    code: 'invalid_token',
    reason: /./,
  },
  {
    endpoint: 'registration',
    path: '/register',
    json: { redirect_uris: ['nonsense'] },
    code: /invalid_redirect_uri|invalid_client_metadata/,
    reason: /redirect_uris/,
  },
  { endpoint: 'registration', path: '/register', form: { a: 'b' }, code: 'invalid_request', reason: /./ },
  {
    endpoint: 'end_session',
    path: '/logout?post_logout_redirect_uri=http://evil.test/&client_id=calendar-app',
    code: 'invalid_request',
    reason: /post_logout_redirect_uri/,
  },
  { endpoint: 'end_session', path: '/logout?id_token_hint=made-up', code: 'invalid_request', reason: /id_token_hint/ },
  { endpoint: 'interaction', path: '/interaction/made-up-and-gone', code: /./, reason: /./ },
  { endpoint: 'api', path: '/apis/organizer/contacts', code: /./, reason: /token/i },
  {
    endpoint: 'api',
    path: '/apis/organizer/contacts',
    headers: { authorization: 'Bearer made-up' },
    code: 'invalid_token',
    reason: /./,
  },
  { endpoint: 'api', path: '/apis/nowhere/at-all', code: /./, reason: /./ },
  { endpoint: 'unknown', path: '/nowhere', code: 'not_found', reason: /./ },
]

async function send({ issuer }: Core, { method, path, form, json, headers }: Refused): Promise<number> {
  const body = form === undefined ? json && JSON.stringify(json) : new URLSearchParams(form)
  const response = await fetch(issuer + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: { ...(json && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body }),
  })
  await response.text()
  return response.status
}

/** An API that asks the issuer about a token has an exchange of its own after that. */
async function lastIncoming({ recorder }: Core): Promise<Exchange> {
  const { items } = await recorder.page({ limit: 5 })
  const own = items.find(({ direction }) => direction === 'in')
  return lastExchange(recorder, { before: (own?.id ?? 0) + 1 })
}

describe('whatever the issuer refuses outright is there with its reason:', () => {
  it('at every endpoint', async () => {
    const core = await startCore()
    const seen: object[] = []
    for (const refused of REFUSED) {
      const status = await send(core, refused)
      const { endpoint, error, path, status: recorded } = { path: refused.path, ...(await lastIncoming(core)) }
      seen.push({
        path,
        endpoint,
        status: recorded,
        isSame: recorded === status,
        ...error,
        why: `${error?.reason ?? ''} ${error?.description ?? ''}`,
      })
    }
    expect(seen).toMatchObject(
      REFUSED.map(({ endpoint, path, code, reason }) => ({
        path,
        endpoint,
        isSame: true,
        code: typeof code === 'string' ? code : expect.stringMatching(code),
        why: expect.stringMatching(reason),
      })),
    )
  })
})
