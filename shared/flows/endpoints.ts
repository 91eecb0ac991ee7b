import type { IssuerMetadata } from './flow.ts'

const NAMES = {
  userinfo_endpoint: 'UserInfo',
  pushed_authorization_request_endpoint: 'pushed requests',
  device_authorization_endpoint: 'devices',
  backchannel_authentication_endpoint: 'CIBA',
  registration_endpoint: 'registration',
  end_session_endpoint: 'logout',
  revocation_endpoint: 'revocation',
} as const

export type OptionalEndpoint = keyof typeof NAMES

/** An address that not every issuer has; one that is missing is said in words. */
export function endpointOf(issuer: IssuerMetadata, name: OptionalEndpoint): string {
  const address = issuer[name]
  if (typeof address === 'string') return address
  throw new Error(`${issuer.issuer} names no ${name} in its metadata: it does not offer ${NAMES[name]}.`)
}
