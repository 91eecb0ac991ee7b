/**
 * Which exchanges belong to one sign-in. Every message of a sign-in repeats a value that the issuer gave out in an
 * earlier one: the address of its page, the code, a token. Each such value is a key.
 *
 * Only what the issuer gave out is a key. What applications choose themselves (`state`, `nonce`, a code that is none)
 * comes again and again, and would join what does not belong together. Nor does a grant or a session tell sign-ins
 * apart: oidc-provider keeps one grant for all that a client gets in one session, so a second sign-in there has the
 * same. These two are asked last, and identify nothing once two sign-ins have them.
 *
 * Keys are hashes, so the index holds no secret.
 */
import type { Endpoint, Exchange } from '#shared/model/exchange.ts'
import { contentType, findHeader } from '#shared/model/headers.ts'

import { bearerKeys, buildKey, followedKeys, keysOf, pageKeys } from './keys.ts'
import { handedOver } from './read-error.ts'
import type { ReadExchange } from './read-exchange.ts'
import { readHidden } from './read-html.ts'
import { parseObject, textsOf } from './read-jwt.ts'
import type { Parameters } from './read-parameters.ts'

export interface Correlation {
  /** Values that were given out earlier, the most telling first. */
  readonly presented: readonly string[]
  /** Values that this exchange gives out. */
  readonly issued: readonly string[]
  /** Values that it has, and that other sign-ins may have too. */
  readonly shared: readonly string[]
  /** Without a known key it begins a sign-in of its own. */
  readonly begins: boolean
}

/** A request to one of them is a sign-in of its own, whatever the session or an old token says. */
const BEGINNINGS: Partial<Record<Endpoint, string>> = {
  authorization: '/authorize',
  pushed_authorization_request: '/par',
  device_authorization: '/device_authorization',
  backchannel_authentication: '/backchannel',
}

const ANSWERS_WITH_KEYS = new Set<Endpoint>([
  'token',
  'pushed_authorization_request',
  'device_authorization',
  'backchannel_authentication',
])

/** Values by the kind of key that they are; the names in requests and in answers overlap. */
const PRESENTED: Readonly<Record<string, string>> = {
  code: 'code',
  device_code: 'device_code',
  auth_req_id: 'auth_req_id',
  request_uri: 'request_uri',
  user_code: 'user_code',
  refresh_token: 'token',
  subject_token: 'token',
  token: 'token',
  access_token: 'token',
  id_token_hint: 'token',
  xsrf: 'xsrf',
}
const AT_BEGINNINGS = { request_uri: 'request_uri' }
const ISSUED: Readonly<Record<string, string>> = {
  code: 'code',
  device_code: 'device_code',
  auth_req_id: 'auth_req_id',
  request_uri: 'request_uri',
  user_code: 'user_code',
  access_token: 'token',
  refresh_token: 'token',
  id_token: 'token',
}

export function correlate(read: ReadExchange, annotated: readonly string[]): Correlation {
  const { exchange, path } = read
  const isIncoming = exchange.direction === 'in' && exchange.method !== 'OPTIONS'
  const isBeginning = isIncoming && path === BEGINNINGS[exchange.endpoint]
  const notes = readNotes(annotated, exchange.endpoint === 'end_session')
  const presented = isBeginning ? keysAtBeginning(read) : [...presentedKeys(read), ...notes.presented]
  // A code or a token that was redeemed is a real one, even if the record does not reach back to where it was given out.
  const redeemed = exchange.endpoint === 'token' && (exchange.status ?? 400) < 400 ? presented : []
  return {
    presented,
    issued: [...redeemed, ...issuedKeys(exchange), ...notes.issued],
    shared: notes.shared,
    begins: isBeginning || (isIncoming && exchange.endpoint === 'token'),
  }
}

function keysAtBeginning({ exchange, parameters }: ReadExchange): string[] {
  return [...keysOf(parameters, AT_BEGINNINGS), ...followedKeys(exchange.request.url)]
}

function presentedKeys({ exchange, parameters, path }: ReadExchange): string[] {
  const { request, endpoint, response } = exchange
  const isFollowed = request.method === 'GET' || endpoint === 'callback'
  return [
    ...pageKeys(path),
    ...(endpoint === 'approvals' ? approvalKeys(parameters, response) : keysOf(parameters, PRESENTED)),
    ...bearerKeys(findHeader(request.headers, 'authorization')),
    ...refererKeys(findHeader(request.headers, 'referer')),
    ...(isFollowed ? followedKeys(request.url, request.method === 'POST' ? parameters : undefined) : []),
  ]
}

function issuedKeys({ request, response, handover, endpoint }: ReadExchange['exchange']): string[] {
  if (response === 'aborted') return []
  const members = ANSWERS_WITH_KEYS.has(endpoint) ? parseObject(response.body.text) : undefined
  const location = findHeader(response.headers, 'location')
  const target = location === undefined ? undefined : URL.parse(location, request.url)
  const keys = [
    ...keysOf(textsOf(members ?? {}), ISSUED),
    ...keysOf(handover ? textsOf(handedOver(handover)) : {}, ISSUED),
    ...pageKeys(target?.pathname ?? ''),
    ...hiddenOf(response, 'xsrf').map((value) => buildKey('xsrf', value)),
  ]
  // Where a redirect leads to an address without any value of the sign-in, the address itself has to do.
  if (keys.length > 0) return keys
  if (handover?.via === 'form_post') return followedKeys(handover.url, handover.parameters)
  return target ? followedKeys(target.href) : []
}

/** What a page loads, and where its form leads in the end, a browser asks for in the page's name. */
function refererKeys(referer: string | undefined): string[] {
  const url = referer === undefined ? null : URL.parse(referer)
  return url ? [...pageKeys(url.pathname), ...keysOf(Object.fromEntries(url.searchParams), PRESENTED)] : []
}

/** The page lists all requests that wait; one alone is what the person came for. */
function approvalKeys({ request }: Parameters, response: Exchange['response']): string[] {
  const listed = request === undefined && response !== 'aborted' ? hiddenOf(response, 'request') : []
  const answered = request ?? (listed.length === 1 ? listed[0] : undefined)
  return answered === undefined ? [] : [buildKey('auth_req_id', answered)]
}

function hiddenOf(response: Exclude<Exchange['response'], 'aborted'>, name: string): string[] {
  return contentType(response.headers) === 'text/html' ? readHidden(response.body.text, name) : []
}

const SHARED_KINDS = new Set(['grant', 'session'])
/** What a logout ends when it names no token: a client's last sign-in in the session, or the only one there. */
const KINDS_OF_LOGOUT = new Set(['login', 'session'])

/** What the issuer told beside. */
function readNotes(annotated: readonly string[], isLogout: boolean) {
  const keys = annotated.map((note) => {
    const colon = note.indexOf(':')
    const kind = note.slice(0, colon)
    return { kind, key: buildKey(kind, note.slice(colon + 1)) }
  })
  const keep = (isWanted: (kind: string) => boolean) => keys.filter(({ kind }) => isWanted(kind)).map(({ key }) => key)
  return {
    presented: keep((kind) => isLogout || !KINDS_OF_LOGOUT.has(kind)),
    issued: isLogout ? [] : keep((kind) => !SHARED_KINDS.has(kind)),
    shared: isLogout ? [] : keep((kind) => SHARED_KINDS.has(kind)),
  }
}
