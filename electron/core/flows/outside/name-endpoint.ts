import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'
import type { Endpoint } from '#shared/model/exchange.ts'

const NAMES: Readonly<Record<string, Endpoint>> = {
  authorization_endpoint: 'authorization',
  token_endpoint: 'token',
  userinfo_endpoint: 'userinfo',
  jwks_uri: 'jwks',
  introspection_endpoint: 'introspection',
  revocation_endpoint: 'revocation',
  pushed_authorization_request_endpoint: 'pushed_authorization_request',
  device_authorization_endpoint: 'device_authorization',
  backchannel_authentication_endpoint: 'backchannel_authentication',
  registration_endpoint: 'registration',
  end_session_endpoint: 'end_session',
}

/** What kind of address it is, as its issuer's metadata have it. */
export function nameEndpoint({ metadata, discovery, api }: OutsideIssuer, address: string): Endpoint {
  const plain = withoutQuery(address)
  if (plain === withoutQuery(discovery)) return 'discovery'
  if (api && plain === withoutQuery(api.url)) return 'api'
  const member = Object.keys(NAMES).find((name) => withoutQuery(metadata[name]) === plain)
  return NAMES[member ?? ''] ?? 'outgoing_other'
}

function withoutQuery(address: unknown): string | undefined {
  return typeof address === 'string' ? address.split('?', 1)[0] : undefined
}
