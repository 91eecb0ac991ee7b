import type { Endpoint } from '#shared/model/exchange.ts'

/** Where a name stands. The same name may mean one thing here and another there. */
export const ENTRY_CONTEXTS = [
  'authorization request',
  'authorization response',
  'pushed authorization request',
  'pushed authorization response',
  'token request',
  'token response',
  'device authorization request',
  'device authorization response',
  'device page',
  'issuer page',
  'backchannel authentication request',
  'backchannel authentication response',
  'introspection request',
  'introspection response',
  'revocation request',
  'revocation response',
  'registration request',
  'registration response',
  'userinfo request',
  'userinfo response',
  'logout request',
  'logout response',
  'back-channel logout request',
  'login initiation',
  'API request',
  'API response',
  'HTTP request',
  'HTTP response',
  'WWW-Authenticate challenge',
  'ID token',
  'access token',
  'logout token',
  'DPoP proof',
  'client assertion',
  'assertion',
  'request object',
  'signed authorization response',
  'JOSE header',
  'JWE header',
  'key',
  'claims parameter',
  'address claim',
  'authorization_details',
  'issuer metadata',
  'client metadata',
  'API metadata',
  'issuer',
] as const

export type EntryContext = (typeof ENTRY_CONTEXTS)[number]

interface Contexts {
  readonly request?: EntryContext
  readonly response?: EntryContext
}

const OF_ENDPOINT: Readonly<Record<Endpoint, Contexts>> = {
  authorization: { request: 'authorization request', response: 'authorization response' },
  token: { request: 'token request', response: 'token response' },
  userinfo: { request: 'userinfo request', response: 'userinfo response' },
  jwks: { response: 'key' },
  introspection: { request: 'introspection request', response: 'introspection response' },
  revocation: { request: 'revocation request', response: 'revocation response' },
  pushed_authorization_request: {
    request: 'pushed authorization request',
    response: 'pushed authorization response',
  },
  device_authorization: { request: 'device authorization request', response: 'device authorization response' },
  code_verification: { request: 'device page' },
  backchannel_authentication: {
    request: 'backchannel authentication request',
    response: 'backchannel authentication response',
  },
  registration: { request: 'registration request', response: 'registration response' },
  end_session: { request: 'logout request', response: 'logout response' },
  discovery: { response: 'issuer metadata' },
  interaction: { request: 'issuer page', response: 'authorization response' },
  approvals: { request: 'issuer page' },
  api: { request: 'API request', response: 'API response' },
  resource_metadata: { response: 'API metadata' },
  callback: { request: 'authorization response' },
  outgoing_jwks: { response: 'key' },
  outgoing_backchannel_logout: { request: 'back-channel logout request' },
  outgoing_metadata_document: { response: 'client metadata' },
  outgoing_introspection: { request: 'introspection request', response: 'introspection response' },
  outgoing_other: {},
  unknown: {},
}

/** The place that one half of a recorded exchange is, so that its members can be looked up there. */
export function contextOf(endpoint: Endpoint, half: 'request' | 'response'): EntryContext | undefined {
  return OF_ENDPOINT[endpoint][half]
}
