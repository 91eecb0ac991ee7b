/** What the fake issuer hands out: tokens, and what the browser brings back. */
import type { Answer, Arrival, Context, Draft, JsonObject } from '../flow.ts'
import { findHeader } from '../../model/headers.ts'
import { ACR } from '../../oauth/protocol.ts'
import { readParameters } from '../draft.ts'
import { maybeText } from '../known.ts'
import { CALLBACK, ISSUER } from './fake-issuer.ts'
import { fakeJwt, NOW, readFakeJwt } from './fake-tools.ts'

export const CODE = 'SplxlOBeZQQYbYS6WxSbIA'
export const ACCESS_TOKEN = '2YotnFZFEjr1zCsicMWpAA'
export const SUBJECT = '248289761001'

export function json(body: JsonObject, status = 200, headers: Answer['headers'] = []): Answer {
  return {
    status,
    statusText: '',
    headers: [['content-type', 'application/json'], ...headers],
    body: JSON.stringify(body),
  }
}

export interface Issued {
  readonly count: number
  readonly scope: string
}

export function buildTokens(context: Context, draft: Draft, { count, scope }: Issued): JsonObject {
  // The other application of a walk with two says its name in the form.
  const aud = readParameter(draft, 'client_id')
  const isRefreshable = scope.includes('offline_access') || readParameter(draft, 'refresh_token') !== undefined
  return {
    access_token: `${ACCESS_TOKEN}-${count}`,
    token_type: findHeader(draft.headers, 'dpop') === undefined ? 'Bearer' : 'DPoP',
    expires_in: 3600,
    scope,
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    authorization_details: [{ type: 'appointment_booking' }],
    ...(isRefreshable && { refresh_token: `tGzv3JOkF0XG5Qx2TlKWIA-${count}` }),
    ...(scope.includes('openid') && { id_token: fakeJwt({ ...idTokenClaims(context, aud), acr: ACR.secondFactor }) }),
  }
}

export function idTokenClaims(context: Context, aud = context.client.client_id): JsonObject {
  const nonce = maybeText(context, 'nonce')
  const claims = { iss: ISSUER, sub: SUBJECT, aud, exp: NOW + 1000, iat: NOW }
  return nonce === undefined ? claims : { ...claims, nonce }
}

/** The parameters of the request, wherever a layer has put them. */
export function readAsked(draft: Draft, pushed: Draft | undefined): Readonly<Record<string, string>> {
  const own = Object.fromEntries(readParameters(draft))
  const sent = own['request_uri'] !== undefined && pushed ? Object.fromEntries(readParameters(pushed)) : own
  const signed = readFakeJwt(sent['request'] ?? '').claims ?? {}
  const texts = Object.entries(signed).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return { ...sent, ...Object.fromEntries(texts) }
}

export function buildArrival(context: Context, asked: Readonly<Record<string, string>>): Arrival {
  const { response_type = '', response_mode = '', state = '' } = asked
  const words = response_type.split(' ')
  const token = words.includes('token')
    ? { access_token: `${ACCESS_TOKEN}-0`, token_type: 'Bearer', expires_in: '3600' }
    : {}
  const code = words.includes('code') ? { code: CODE } : {}
  const hashes = {
    ...('code' in code && { c_hash: `half-RS256(${CODE})` }),
    ...('access_token' in token && { at_hash: `half-RS256(${ACCESS_TOKEN}-0)` }),
    s_hash: `half-RS256(${state})`,
  }
  const id_token = words.includes('id_token') ? { id_token: fakeJwt({ ...idTokenClaims(context), ...hashes }) } : {}
  const iss = words.includes('id_token') ? {} : { iss: ISSUER }
  const parameters = { ...code, ...token, ...id_token, ...iss, state }
  const front = response_type === 'code' ? 'query' : 'fragment'
  const via = response_mode.startsWith('form_post') ? 'form_post' : front
  if (!response_mode.endsWith('jwt')) return land(via, parameters)
  const { client_id } = context.client
  return land(via, { response: fakeJwt({ ...parameters, iss: ISSUER, aud: client_id, exp: NOW + 600 }) })
}

export function land(via: Arrival['via'], parameters: Readonly<Record<string, string>>): Arrival {
  const text = new URLSearchParams(parameters).toString()
  const url = { query: `${CALLBACK}?${text}`, fragment: `${CALLBACK}#${text}`, form_post: CALLBACK }[via]
  return { url, via, parameters }
}

export function readParameter(draft: Draft, name: string): string | undefined {
  return readParameters(draft).find(([other]) => other === name)?.[1]
}
