import { useCallback, useMemo } from 'react'

import { useClients, useUsers } from '../../../stores/use-stores.tsx'
import { clientName } from '../client-name.ts'

/** Ids as people say them. */
export interface NamesOf {
  readonly user: (username: string) => string
  readonly client: (client_id: string) => string
}

export function useNames(): NamesOf {
  const users = useUsers(({ items }) => items)
  const clients = useClients(({ items }) => items)
  const userNames = useMemo(
    () => new Map(users.map(({ username, claims }): [string, unknown] => [username, claims['name']])),
    [users],
  )
  const clientNames = useMemo(
    () => new Map(clients.map((client): [string, string] => [client.client_id, clientName(client)])),
    [clients],
  )
  const user = useCallback(
    (username: string) => {
      const name = userNames.get(username)
      return typeof name === 'string' && name !== '' ? name : username
    },
    [userNames],
  )
  const client = useCallback((client_id: string) => clientNames.get(client_id) ?? client_id, [clientNames])
  return useMemo(() => ({ user, client }), [user, client])
}
