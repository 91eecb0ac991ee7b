/** What clients name of APIs. A client with a scope that no API knows any more would be refused by the issuer. */
import type { Api } from '#shared/model/api.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'

import type { Store } from '../store/store.ts'
import { conflict } from './failures.ts'

/** For a client that may now ask for nothing: leaving `scope` out would let it ask for anything. */
const LEAST_SCOPE = 'openid'

/** Takes from every client what no API has any more; gives the ids of those that changed. */
export function dropDeadReferences(store: Store): readonly string[] {
  const apis = store.apis.list()
  return store.clients.list().flatMap(({ metadata, origin }) => {
    const live = withoutDeadReferences(metadata, apis)
    if (live === metadata) return []
    store.clients.put(live, origin)
    return [metadata.client_id]
  })
}

/** A change of an API must not take away what a client still names: whoever makes it learns which. */
export function assertReferencesLive(store: Store, changed: Api): void {
  const others = store.apis.list().filter(({ identifier }) => identifier !== changed.identifier)
  const broken = store.clients
    .list()
    .filter(({ metadata }) => withoutDeadReferences(metadata, [...others, changed]) !== metadata)
    .map(({ metadata }) => metadata.client_id)
  if (broken.length === 0) return
  const shown = broken.slice(0, 5).join(', ')
  throw conflict(
    `Some clients still name scopes or authorization details types that this would take away: ${shown}` +
      `${broken.length > 5 ? ` and ${broken.length - 5} more` : ''}. Take them from the clients first.`,
  )
}

function withoutDeadReferences(metadata: ClientMetadata, apis: readonly Api[]): ClientMetadata {
  const { scope, valetkey, authorization_details_types: types } = metadata
  const scopes = new Set(apis.flatMap((api) => api.scopes.map(({ name }) => name)))
  const knownTypes = new Set<unknown>(apis.flatMap((api) => api.authorizationDetailsTypes))
  const liveScopes = splitScope(scope).filter((name) => isOidcScope(name) || scopes.has(name))
  const liveTypes = Array.isArray(types) ? types.filter((type) => knownTypes.has(type)) : undefined
  const deadApi =
    valetkey?.defaultApi !== undefined && !apis.some(({ identifier }) => identifier === valetkey.defaultApi)
  const same = liveScopes.length === splitScope(scope).length && liveTypes?.length === lengthOf(types) && !deadApi
  if (same) return metadata
  const { defaultApi: _dead, ...otherSettings } = valetkey ?? {}
  return {
    ...metadata,
    ...(scope !== undefined && { scope: liveScopes.join(' ') || LEAST_SCOPE }),
    ...(liveTypes !== undefined && { authorization_details_types: liveTypes }),
    ...(deadApi && { valetkey: otherSettings }),
  }
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined
}
