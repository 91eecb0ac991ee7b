import type { Endpoint, ExchangeSummary } from '#shared/model/exchange.ts'

import type { Actor } from '../../components/actor.ts'
import { isAtIssuer } from './read-address.ts'

export interface Parties {
  readonly from: Actor
  readonly to: Actor
}

const PARTIES: Readonly<Record<Endpoint, Parties>> = {
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

/** Who spoke to whom, as far as the address tells. */
export function partiesOf(
  { endpoint, direction, url }: Pick<ExchangeSummary, 'endpoint' | 'direction' | 'url'>,
  program: Parameters<typeof isAtIssuer>[1],
): Parties {
  // The demo APIs are the program's own, and fetch keys and ask about tokens as any API does.
  const address = direction === 'out' ? URL.parse(url) : null
  return address !== null && isAtIssuer(address, program) ? DEMO_API : PARTIES[endpoint]
}
