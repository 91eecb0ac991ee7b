/** What can be done to a right request to make it a wrong one. */
import * as fc from 'fast-check'

import type { Body, Draft, Pair } from './draft.ts'
import { wildBytes, wildText } from './wild.ts'

export type Damage = (draft: Draft) => Draft

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']
const HEADERS = [
  'authorization',
  'dpop',
  'cookie',
  'accept',
  'content-type',
  'origin',
  'referer',
  'accept-language',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-for',
  'forwarded',
  'if-none-match',
  'range',
  'te',
  'access-control-request-headers',
  'access-control-request-method',
  'x-http-method-override',
  'mcp-session-id',
  'mcp-protocol-version',
  'last-event-id',
  'user-agent',
  'sec-fetch-mode',
  'content-encoding',
  'traceparent',
]
const NAMES = [
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'request',
  'request_uri',
  'response_type',
  'response_mode',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'claims',
  'prompt',
  'max_age',
  'id_token_hint',
  'login_hint',
  'login_hint_token',
  'acr_values',
  'ui_locales',
  'display',
  'resource',
  'audience',
  'dpop_jkt',
  'registration',
  'authorization_details',
  'code',
  'code_verifier',
  'code_challenge',
  'code_challenge_method',
  'grant_type',
  'refresh_token',
  'username',
  'password',
  'assertion',
  'subject_token',
  'token',
  'token_type_hint',
  'user_code',
  'device_code',
  'auth_req_id',
  'binding_message',
  'requested_expiry',
  'client_notification_token',
  'xsrf',
  'action',
  'account',
  'csrf',
  'access_token',
  'post_logout_redirect_uri',
  'logout',
  'confirm',
  'abort',
  'web_message_uri',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'scope[]',
  'a[b]',
]
const AUTHORIZATIONS = [
  'Basic',
  'Basic ',
  'basic Og==',
  'Basic %%%',
  'Basic YWxsLWJhc2lj',
  'Basic JTpiJQ==',
  'Basic /////w==',
  'Basic YWxsLWJhc2ljOndyb25n',
  'Bearer',
  'Bearer ',
  'Bearer a b',
  'Bearer \u00ff',
  'DPoP',
  'DPoP x',
  'Digest username="x"',
  'Negotiate abc',
  'Bearer x, Bearer y',
  `Bearer ${'a'.repeat(8000)}`,
  'Basic YWxsLWJhc2ljOmE6Yjpj',
  'token',
]
const CONTENT_TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded; charset=utf-16',
  'application/json; charset=nothing',
  'application/json; charset="',
  'application/x-www-form-urlencoded; charset=nothing',
  '',
  ';',
  '*/*',
  'application/jwt',
  'application/json, text/html',
]

export const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 8, arbitrary: changed(wildText) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...NAMES), wildText)
      .map(([name, value]) => eachPairs((pairs) => [...pairs, [name, value]])),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map((at) => eachPairs((pairs) => pairs.filter((_, index) => index !== at % pairs.length))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(), fc.option(wildText))
      .map(([at, other]) => eachPairs((pairs) => duplicate(pairs, at, other))),
  },
  { weight: 1, arbitrary: fc.constantFrom(...METHODS).map((method) => (draft: Draft) => ({ ...draft, method })) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...HEADERS), wildText).map(([name, value]) => setHeader(name, value)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...AUTHORIZATIONS).map((value) => setHeader('authorization', value)) },
  { weight: 1, arbitrary: fc.constantFrom(...CONTENT_TYPES).map((value) => setHeader('content-type', value)) },
  {
    weight: 1,
    arbitrary: wildText.map((value) => (draft: Draft) => setHeader('cookie', spoilCookie(draft, value))(draft)),
  },
  {
    weight: 1,
    arbitrary: wildBytes.map((bytes) => (draft: Draft): Draft => ({
      ...draft,
      body: { kind: 'bytes', bytes },
      headers: [...draft.headers, ['content-type', typeOf(draft.body)]],
    })),
  },
  { weight: 1, arbitrary: fc.constant(swapBody) },
  { weight: 1, arbitrary: fc.constant((draft: Draft): Draft => ({ ...draft, encoding: 'raw' })) },
  {
    weight: 1,
    arbitrary: wildText.map((tail) => (draft: Draft): Draft => ({
      ...draft,
      path: `${draft.path}/${encodeURIComponent(tail.toWellFormed())}`,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('/', '//', '/.', '/..', '/%', '/%00', '/%ff', '%2f', ';x', '?', '#')
      .map((tail) => (draft: Draft): Draft => ({ ...draft, path: draft.path + tail })),
  },
)

/** Gives one parameter, or one member of a JSON body, another value. */
export function changed(value: fc.Arbitrary<string>, name?: string): fc.Arbitrary<Damage> {
  return fc.tuple(fc.nat(), value, fc.jsonValue({ maxDepth: 2 })).map(
    ([at, text, json]) =>
      (draft) =>
        draft.body.kind === 'json'
          ? { ...draft, body: { kind: 'json', value: changeMember(draft.body.value, at, json) } }
          : eachPairs((pairs) =>
              pairs.map(([key, old], index) => [
                key,
                (name === undefined ? index === at % pairs.length : key === name) ? text : old,
              ]),
            )(draft),
  )
}

/** A request has its parameters in one place; where that is follows from the request. */
function eachPairs(change: (pairs: readonly Pair[]) => readonly Pair[]): Damage {
  return (draft) =>
    draft.body.kind === 'form'
      ? { ...draft, body: { kind: 'form', pairs: change(draft.body.pairs) } }
      : { ...draft, query: change(draft.query) }
}

function duplicate(pairs: readonly Pair[], at: number, other: string | null): readonly Pair[] {
  const pair = pairs[at % (pairs.length || 1)]
  return pair === undefined ? pairs : [...pairs, [pair[0], other ?? pair[1]]]
}

export function setHeader(name: string, value: string): Damage {
  return (draft) => ({ ...draft, headers: [...draft.headers.filter(([known]) => known !== name), [name, value]] })
}

function spoilCookie({ headers }: Draft, value: string): string {
  const [, cookie = 'a=b'] = headers.find(([name]) => name === 'cookie') ?? []
  return cookie
    .split('; ')
    .map((pair, index) => (index % 2 === 0 ? `${pair.split('=')[0]}=${value.replaceAll(';', '')}` : pair))
    .join('; ')
}

function changeMember(value: unknown, at: number, json: unknown): unknown {
  if (typeof value !== 'object' || value === null) return json
  const entries = Object.entries(value)
  return entries.length === 0
    ? json
    : Object.fromEntries(entries.map(([key, old], index) => [key, index === at % entries.length ? json : old]))
}

function typeOf(body: Body): string {
  return body.kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
}

/** A form where JSON is due, and the other way round; the content type goes with it. */
function swapBody(draft: Draft): Draft {
  if (draft.body.kind === 'form')
    return { ...draft, body: { kind: 'json', value: Object.fromEntries(draft.body.pairs) } }
  if (draft.body.kind !== 'json' || typeof draft.body.value !== 'object') return draft
  return {
    ...draft,
    body: { kind: 'form', pairs: Object.entries(draft.body.value ?? {}).map(([name, value]) => [name, String(value)]) },
  }
}
