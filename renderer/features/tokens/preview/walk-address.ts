import type { PreviewChoice } from '#shared/contract/calls/tokens.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import { flowAddress } from '../../../frame/addresses.ts'

/** The walkthrough that gets the same, step by step. */
export function walkAddress(choice: PreviewChoice, client: ClientMetadata): string {
  const { client_id, user, scope, api } = choice
  const layers = scope.includes('openid') ? { layers: 'openid' } : {}
  const query = new URLSearchParams({
    client: client_id,
    scope: scope.filter((name) => name !== 'openid' && name !== 'offline_access').join(' '),
    ...(api !== undefined && { api }),
    ...(user !== undefined && { user }),
    ...layers,
  })
  return `${flowAddress(flowOf(choice, client))}?${query.toString()}`
}

function flowOf({ grant_type, response_type = 'code' }: PreviewChoice, client: ClientMetadata): string {
  switch (grant_type) {
    case GRANT.implicit:
      return 'implicit'
    case GRANT.clientCredentials:
      return 'client-credentials'
    case GRANT.password:
      return 'password'
    case GRANT.deviceCode:
      return 'device'
    case GRANT.ciba:
      return 'ciba'
    case GRANT.authorizationCode:
      if (response_type !== 'code') return 'hybrid'
      return client.token_endpoint_auth_method === 'none' ? 'authorization-code-pkce' : 'authorization-code'
  }
}
