import type { ClientView } from '#shared/contract/calls/clients.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import type { ApiView } from '../../../stores/stores.ts'
import { clientName } from '../../common/client-name.ts'

interface Wanted {
  readonly filter: string
  /** Those as well that may ask for nothing of it. */
  readonly isAll: boolean
}

/** By name; those that name a scope of the API before those that may ask for anything. */
export function listAccess(clients: readonly ClientView[], api: Pick<ApiView, 'scopes'>, { filter, isAll }: Wanted) {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const names = new Set(api.scopes.map(({ name }) => name))
  const mayAsk = ({ scope }: ClientView) => scope === undefined || splitScope(scope).some((one) => names.has(one))
  return clients
    .filter((client) => isAll || mayAsk(client))
    .filter((client) => {
      const text = `${clientName(client)} ${client.client_id}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toSorted((one, other) => rank(one) - rank(other) || ORDER.compare(clientName(one), clientName(other)))
}

const ORDER = new Intl.Collator('en', { numeric: true })

function rank({ scope }: ClientView): number {
  return scope === undefined ? 1 : 0
}
