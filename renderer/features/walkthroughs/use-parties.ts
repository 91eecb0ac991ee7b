import type { Actor, Choice } from '#shared/flows/flow.ts'
import type { UserView } from '#shared/contract/calls/users.ts'

import { ACTOR_NAMES } from '../../components/actor.ts'
import { useApis, useClients, useUsers } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'

/** What those who take part are called. */
export type Parties = Readonly<Record<Actor, string>>

export function useParties({ client_id, api, user }: Choice): Parties {
  const client = useClients(({ items }) => items.find((item) => item.client_id === client_id))
  const resource = useApis(({ items }) => items.find((item) => item.identifier === api))
  const person = useUsers(({ items }) => items.find((item) => item.username === user))
  return {
    ...ACTOR_NAMES,
    user: person === undefined ? user : firstName(person),
    client: client === undefined ? client_id : clientName(client),
    ...(resource !== undefined && { api: resource.name }),
  }
}

export function firstName({ username, claims }: UserView): string {
  const { given_name, name } = claims
  if (typeof given_name === 'string' && given_name !== '') return given_name
  const [first = ''] = typeof name === 'string' ? name.split(' ') : []
  return first === '' ? username : first
}
