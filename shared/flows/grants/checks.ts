/** What keeps a client from a flow by its registration, in words. */
import { GRANT } from '../../oauth/protocol.ts'
import type { ClientMetadata } from '../../model/client.ts'
import { nameOf } from '../authenticate.ts'
import type { Obstacle, Uses } from '../flow.ts'

/** Registered for clients whose walk ends at the program's own page, whatever its port is. */
export const WALK_CALLBACK = 'http://localhost:4401/callback'

export function lacksGrant(client: ClientMetadata, grant: string): Obstacle {
  const grants = client.grant_types ?? [GRANT.authorizationCode]
  return grants.includes(grant) ? undefined : `${nameOf(client)} is not registered for the grant ${grant}.`
}

export function lacksResponseType(client: ClientMetadata, response_type: string): Obstacle {
  const types = client.response_types ?? ['code']
  const words = response_type.split(' ').toSorted().join(' ')
  if (types.some((type) => type.split(' ').toSorted().join(' ') === words)) return undefined
  return `${nameOf(client)} is not registered for the response type ${response_type}.`
}

/** A native client's loopback address goes for every port (RFC 8252 section 7.3). */
export function lacksCallback(client: ClientMetadata): Obstacle {
  const addresses = client.redirect_uris ?? []
  const isThere =
    addresses.includes(WALK_CALLBACK) ||
    client.valetkey?.anyLoopbackRedirect === true ||
    (client.application_type === 'native' && addresses.includes('http://localhost/callback'))
  return isThere
    ? undefined
    : `${nameOf(client)} has not registered ${WALK_CALLBACK}, to which the browser comes back in a walkthrough.`
}

export function lacksCode(client: ClientMetadata): Obstacle {
  return lacksGrant(client, GRANT.authorizationCode) ?? lacksResponseType(client, 'code') ?? lacksCallback(client)
}

/** What signing in by a code makes use of. */
export function usesCode(): Uses {
  return { grants: [GRANT.authorizationCode], responseType: 'code' }
}
