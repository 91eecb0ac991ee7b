import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { ClientUse } from '#shared/contract/calls/uses.ts'

import { clientName } from '../../common/client-name.ts'
import { explainKind } from '../explain-kind.ts'

export const ORDERS = ['name', 'used', 'new', 'kind'] as const
export type Order = (typeof ORDERS)[number]

type Uses = ReadonlyMap<string, ClientUse>

const BY_NAME = new Intl.Collator('en', { numeric: true })

/** Those that nothing was ever heard of come last. */
export function sortClients(clients: readonly ClientView[], order: Order, uses: Uses): readonly ClientView[] {
  const named = clients.toSorted((one, other) => BY_NAME.compare(clientName(one), clientName(other)))
  const usedAt = ({ client_id }: ClientView) => uses.get(client_id)?.at ?? 0
  if (order === 'used') return named.toSorted((one, other) => usedAt(other) - usedAt(one))
  if (order === 'new') return named.toSorted((one, other) => other.meta.createdAt - one.meta.createdAt)
  if (order === 'kind') return named.toSorted((one, other) => BY_NAME.compare(explainKind(one), explainKind(other)))
  return named
}
