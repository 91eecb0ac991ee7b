import type { Endpoint } from '#shared/model/exchange.ts'
import { findHeader } from '#shared/model/headers.ts'
import { ROUTES } from '#shared/oauth/protocol.ts'

import type { ReadExchange } from './read-exchange.ts'

/** By the address, where no parameter tells. */
const BY_ADDRESS: readonly (readonly [pattern: RegExp, endpoint: Endpoint])[] = [
  [/\/\.well-known\/oauth-protected-resource/, 'resource_metadata'],
  [/\/\.well-known\/(openid-configuration|oauth-authorization-server)/, 'discovery'],
  [/\/(jwks|certs|keys)(\.json)?$/, 'jwks'],
  [/\/userinfo$/i, 'userinfo'],
  [/\/introspect(ion)?$/, 'introspection'],
  [/\/revo(ke|cation)$/, 'revocation'],
  [/\/(par|request)$/, 'pushed_authorization_request'],
  [/\/(device_authorization|devicecode|device\/code|device\/authorize|auth\/device)$/, 'device_authorization'],
  [/\/(bc-authorize|backchannel|ext\/ciba\/auth)$/, 'backchannel_authentication'],
  [/\/(logout|end_?session|signout)$/i, 'end_session'],
]

const ANSWERS = ['code', 'access_token', 'id_token', 'error', 'response']

/** What a request to any issuer or application is, and the path that ours has for it. */
export function recogniseForeign({ exchange, parameters, path }: ReadExchange): {
  readonly endpoint: Endpoint
  readonly path: string
} {
  if (exchange.endpoint !== 'unknown') return { endpoint: exchange.endpoint, path }
  const endpoint = recognise({ exchange, parameters, path })
  return { endpoint, path: isRoute(endpoint) ? ROUTES[endpoint] : path }
}

function recognise({ exchange, parameters, path }: ReadExchange): Endpoint {
  const { method, request } = exchange
  const has = (name: string) => parameters[name] !== undefined
  if (method === 'POST' && has('grant_type')) return 'token'
  const known = BY_ADDRESS.find(([pattern]) => pattern.test(path))?.[1]
  if (known !== undefined) return known
  if (has('client_id') && (has('response_type') || has('request_uri') || has('request'))) return 'authorization'
  if (ANSWERS.some(has) && (has('state') || has('iss') || has('session_state') || has('response'))) return 'callback'
  return /^(bearer|dpop) /i.test(findHeader(request.headers, 'authorization') ?? '') ? 'api' : 'unknown'
}

function isRoute(endpoint: Endpoint): endpoint is keyof typeof ROUTES & Endpoint {
  return Object.hasOwn(ROUTES, endpoint)
}
