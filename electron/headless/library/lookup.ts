/** What the issuer knows, asked for as anybody outside would: by the management API. */
import { ValetKeyError } from '#shared/errors.ts'

import type { Core } from '../../core/create-core.ts'

export interface KnownClient {
  readonly client_secret?: string
  readonly token_endpoint_auth_method?: string
}

export interface KnownUser {
  readonly password?: string
}

export function findClient(core: Core, client_id: string): Promise<KnownClient | undefined> {
  return find<KnownClient>(core, 'clients', client_id)
}

export function findUser(core: Core, username: string): Promise<KnownUser | undefined> {
  return find<KnownUser>(core, 'users', username)
}

async function find<Entity>({ api, token }: Core, collection: string, id: string): Promise<Entity | undefined> {
  const url = `${api}/${collection}/${encodeURIComponent(id)}?include=secrets`
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}`, accept: 'application/json' } })
  if (response.status === 404) return undefined
  if (response.ok) return (await response.json()) as Entity
  const reason = `The management API answered with ${response.status}: ${await response.text()}`
  throw new ValetKeyError('management_refused', reason)
}
