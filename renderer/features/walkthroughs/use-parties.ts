import type { Actor, Choice } from '#shared/flows/flow.ts'
import { SOMEBODY } from '#shared/flows/outside.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'
import type { UserView } from '#shared/contract/calls/users.ts'

import { ACTOR_NAMES } from '../../components/actor.ts'
import { useApis, useClients, useUsers } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { useOutsideIssuer } from './use-outside-issuer.ts'

/** What those who take part are called. */
export type Parties = Readonly<Record<Actor, string>>

export function useParties({ issuer, client_id, api, user }: Choice): Parties {
  const outside = useOutsideIssuer(issuer)
  const client = useClients(({ items }) => items.find((item) => item.client_id === client_id))
  const resource = useApis(({ items }) => items.find((item) => item.identifier === api))
  const person = useUsers(({ items }) => items.find((item) => item.username === user))
  if (issuer !== undefined) return outsideParties({ client_id, api, user }, outside)
  return {
    ...ACTOR_NAMES,
    user: person === undefined ? user : firstName(person),
    client: client === undefined ? client_id : clientName(client),
    ...(resource !== undefined && { api: resource.name }),
  }
}

function outsideParties(
  { client_id, api, user }: Pick<Choice, 'client_id' | 'api' | 'user'>,
  outside?: OutsideIssuer,
): Parties {
  const client = outside?.clients.find((item) => item.client_id === client_id)
  return {
    ...ACTOR_NAMES,
    user: user === SOMEBODY ? ACTOR_NAMES.user : user,
    client: client?.client_name ?? client_id,
    ...(outside && { issuer: hostOf(outside.issuer) }),
    ...(api !== undefined && { api: outside?.api?.name ?? hostOf(api) }),
  }
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}

export function firstName({ username, claims }: UserView): string {
  const { given_name, name } = claims
  if (typeof given_name === 'string' && given_name !== '') return given_name
  const [first = ''] = typeof name === 'string' ? name.split(' ') : []
  return first === '' ? username : first
}
