import type { ClientView } from '#shared/contract/calls/clients.ts'
import { GRANT } from '#shared/oauth/protocol.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import type { ApiView } from '../../../stores/stores.ts'
import { clientName } from '../../common/client-name.ts'

export interface Asker {
  readonly client: ClientView
  readonly name: string
  /** It can ask in its own name, by client credentials. */
  readonly isMachine: boolean
  /** It can ask for a user, by a code. */
  readonly hasUsers: boolean
  /** Of the API's scopes. */
  readonly scopes: readonly string[]
}

/** The applications that can get a token for the API, by name. */
export function listAskers(clients: readonly ClientView[], api: Pick<ApiView, 'scopes'>): readonly Asker[] {
  return clients
    .map((client) => readAsker(client, api))
    .filter(
      ({ isMachine, hasUsers, scopes }) => (isMachine || hasUsers) && (scopes.length > 0 || api.scopes.length === 0),
    )
    .toSorted((one, other) => ORDER.compare(one.name, other.name))
}

const ORDER = new Intl.Collator('en', { numeric: true })

function readAsker(client: ClientView, api: Pick<ApiView, 'scopes'>): Asker {
  const grants: readonly unknown[] = Array.isArray(client['grant_types'])
    ? client['grant_types']
    : [GRANT.authorizationCode]
  const all = api.scopes.map(({ name }) => name)
  const { scope } = client
  const allowed = scope === undefined ? all : all.filter((name) => splitScope(scope).includes(name))
  return {
    client,
    name: clientName(client),
    isMachine: grants.includes(GRANT.clientCredentials),
    hasUsers: grants.includes(GRANT.authorizationCode),
    scopes: allowed,
  }
}
