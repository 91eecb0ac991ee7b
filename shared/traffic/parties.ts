/** Who spoke to whom, as far as an exchange tells: for the screens' marks, and for the filter that both sides apply. */
import type { Endpoint, ExchangeSummary, Sender } from '../model/exchange.ts'
import { isLoopbackHost } from '../oauth/loopback.ts'

export interface Parties {
  readonly from: Sender
  readonly to: Sender
}

/** Where the issuer is: by its public address, or by the port that it listens on here. */
export interface IssuerPlace {
  readonly issuer: string
  readonly ports: { readonly issuer: number }
}

export const PARTIES: Readonly<Record<Endpoint, Parties>> = {
  authorization: { from: 'browser', to: 'issuer' },
  interaction: { from: 'browser', to: 'issuer' },
  code_verification: { from: 'browser', to: 'issuer' },
  approvals: { from: 'browser', to: 'issuer' },
  end_session: { from: 'browser', to: 'issuer' },
  token: { from: 'client', to: 'issuer' },
  userinfo: { from: 'client', to: 'issuer' },
  jwks: { from: 'client', to: 'issuer' },
  introspection: { from: 'client', to: 'issuer' },
  revocation: { from: 'client', to: 'issuer' },
  pushed_authorization_request: { from: 'client', to: 'issuer' },
  device_authorization: { from: 'client', to: 'issuer' },
  backchannel_authentication: { from: 'client', to: 'issuer' },
  registration: { from: 'client', to: 'issuer' },
  discovery: { from: 'client', to: 'issuer' },
  api: { from: 'client', to: 'api' },
  resource_metadata: { from: 'client', to: 'api' },
  callback: { from: 'browser', to: 'client' },
  outgoing_jwks: { from: 'issuer', to: 'client' },
  outgoing_backchannel_logout: { from: 'issuer', to: 'client' },
  outgoing_metadata_document: { from: 'issuer', to: 'client' },
  outgoing_introspection: { from: 'api', to: 'issuer' },
  outgoing_other: { from: 'issuer', to: 'client' },
  unknown: { from: 'client', to: 'issuer' },
}

const DEMO_API: Parties = { from: 'api', to: 'issuer' }

export function partiesOf(
  { endpoint, direction, url }: Pick<ExchangeSummary, 'endpoint' | 'direction' | 'url'>,
  place: IssuerPlace | undefined,
): Parties {
  // The demo APIs are the program's own, and fetch keys and ask about tokens as any API does.
  return direction === 'out' && isIssuerAddress(url, place) ? DEMO_API : PARTIES[endpoint]
}

export function isIssuerAddress(url: string, place: IssuerPlace | undefined): boolean {
  return URL.canParse(url) && isAtIssuer(new URL(url), place)
}

export function isAtIssuer(
  address: Pick<URL, 'hostname' | 'port' | 'origin'>,
  place: IssuerPlace | undefined,
): boolean {
  if (place === undefined) return false
  const isHere = isLoopbackHost(address.hostname) && address.port === String(place.ports.issuer)
  return isHere || (URL.canParse(place.issuer) && address.origin === new URL(place.issuer).origin)
}
