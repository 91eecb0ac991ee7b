import type { Choice } from '#shared/flows/flow.ts'
import { nameOutsideParties, nameParties } from '#shared/flows/name-parties.ts'
import type { Names } from '#shared/sequence/build-sequence.ts'

import { useApis, useClients, useUsers } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { useOutsideIssuer } from './use-outside-issuer.ts'

/** What those who take part are called. */
export type Parties = Names

export function useParties(choice: Choice): Parties {
  const outside = useOutsideIssuer(choice.issuer)
  const client = useClients(({ items }) => items.find((item) => item.client_id === choice.client_id))
  const api = useApis(({ items }) => items.find((item) => item.identifier === choice.api))
  const user = useUsers(({ items }) => items.find((item) => item.username === choice.user))
  if (choice.issuer !== undefined) return nameOutsideParties(choice, outside)
  return nameParties(choice, { client: client === undefined ? undefined : clientName(client), api, user })
}
