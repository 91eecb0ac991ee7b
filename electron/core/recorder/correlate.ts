/**
 * Which exchanges belong to one sign-in. Every message of a sign-in repeats a value of an earlier one: the address of
 * its page, the code, a token, the grant behind them. Each such value is a key; exchanges that share one belong
 * together. Values are kept as hashes, so the index holds no secret.
 */
import { createHash } from 'node:crypto'

import type { Endpoint } from '#shared/model/exchange.ts'

import { parseObject } from './read-error.ts'
import type { ReadExchange } from './read-exchange.ts'
import { contentType, type Parameters } from './read-parameters.ts'

export interface Correlation {
  /** The most telling first: where two point to different sign-ins, the first is believed. */
  readonly keys: readonly string[]
  /** Without a known key it begins a sign-in of its own. */
  readonly begins: boolean
}

const BEGINNINGS = new Set<Endpoint>([
  'authorization',
  'pushed_authorization_request',
  'device_authorization',
  'backchannel_authentication',
  'token',
])

/** Parameters whose value belongs to one sign-in alone, by the name under which they are indexed. */
const SENT: Readonly<Record<string, string>> = {
  code: 'code',
  refresh_token: 'token',
  device_code: 'device_code',
  user_code: 'user_code',
  auth_req_id: 'auth_req_id',
  request_uri: 'request_uri',
  token: 'token',
  access_token: 'token',
  subject_token: 'token',
  id_token_hint: 'token',
  logout_token: 'token',
}

const ANSWERED: Readonly<Record<string, string>> = {
  ...SENT,
  id_token: 'token',
}

export function correlate({ exchange, parameters, path }: ReadExchange, annotated: readonly string[]): Correlation {
  const { request, response, handover, endpoint } = exchange
  const location = response === 'aborted' ? undefined : findHeader(response.headers, 'location')
  const values = [
    ...pageKeys(path),
    ...keysOf(parameters, SENT),
    ...bearerKeys(findHeader(request.headers, 'authorization')),
    ...annotated,
    ...pageKeys(location && URL.canParse(location, request.url) ? new URL(location, request.url).pathname : ''),
    ...keysOf(handover?.parameters ?? {}, ANSWERED),
    ...(response === 'aborted' ? [] : bodyKeys(response)),
    ...stateKeys(exchange.client_id, { ...parameters, ...handover?.parameters }),
  ]
  return { keys: [...new Set(values)], begins: BEGINNINGS.has(endpoint) && request.method !== 'OPTIONS' }
}

const PAGE = /\/(?:interaction|authorize|device)\/([\w-]{10,100})/

function pageKeys(path: string): string[] {
  const uid = PAGE.exec(path)?.[1]
  return uid === undefined ? [] : [`page:${uid}`]
}

function keysOf(parameters: Parameters, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names).flatMap(([name, kind]) => {
    const value = parameters[name]
    return value ? [key(kind, normalise(kind, value))] : []
  })
}

/** People type a code in their own way. */
function normalise(kind: string, value: string): string {
  return kind === 'user_code' ? value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') : value
}

function bearerKeys(authorization: string | undefined): string[] {
  const token = /^(?:bearer|dpop) +(\S+)$/i.exec(authorization ?? '')?.[1]
  return token === undefined ? [] : [key('token', token)]
}

function bodyKeys(response: Exclude<ReadExchange['exchange']['response'], 'aborted'>): string[] {
  if (!contentType(response.headers).endsWith('json')) return []
  const members = Object.entries(parseObject(response.body.text) ?? {})
  return keysOf(Object.fromEntries(members.filter(isTextMember)), ANSWERED)
}

function isTextMember(member: [string, unknown]): member is [string, string] {
  return typeof member[1] === 'string'
}

const SHORTEST_STATE = 6

/** A `state` is the client's own value; a short one may come again and again. */
function stateKeys(client_id: string | undefined, { state }: Parameters): string[] {
  return client_id && state && state.length >= SHORTEST_STATE ? [key('state', `${client_id} ${state}`)] : []
}

function key(kind: string, value: string): string {
  return `${kind}:${createHash('sha256').update(value).digest('base64url').slice(0, 22)}`
}

function findHeader(headers: readonly (readonly [string, string])[], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}
