/** What is picked, as the address says it, completed by what the application can do. */
import { PREVIEW_GRANTS, type PreviewChoice } from '#shared/contract/calls/tokens.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { GRANT, RESPONSE_TYPES } from '#shared/oauth/protocol.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'

type Grant = PreviewChoice['grant_type']

/** One way of asking: a response type of the authorization endpoint, or another grant. */
export interface Way {
  readonly id: string
  readonly grant_type: Grant
  readonly response_type?: PreviewChoice['response_type']
}

export const NO_API = 'none'

export function listWays({ grant_types, response_types }: ClientMetadata): readonly Way[] {
  const types = response_types ?? ['code']
  const grants = grant_types ?? [GRANT.authorizationCode]
  const inBrowser = RESPONSE_TYPES.filter((type) => type !== 'none' && types.includes(type)).map((type): Way => ({
    id: type,
    grant_type: type.includes('code') ? GRANT.authorizationCode : GRANT.implicit,
    response_type: type,
  }))
  const others = PREVIEW_GRANTS.filter((grant) => grant !== GRANT.authorizationCode && grant !== GRANT.implicit)
  return [
    ...inBrowser,
    ...others.filter((grant) => grants.includes(grant)).map((grant): Way => ({ id: grant, grant_type: grant })),
  ]
}

export interface Picked {
  readonly client: ClientMetadata
  readonly way: Way
  readonly choice: PreviewChoice
}

export interface World {
  readonly clients: readonly ClientMetadata[]
  readonly users: readonly string[]
  /** The scopes of an API. */
  readonly scopesOf: (identifier: string) => readonly string[]
}

/** Undefined while there is nobody who could ask. */
export function readChoice(query: URLSearchParams, { clients, users, scopesOf }: World): Picked | undefined {
  const able = clients.filter((client) => listWays(client).length > 0)
  const client = able.find(({ client_id }) => client_id === query.get('client')) ?? pickFirst(able)
  const ways = client === undefined ? [] : listWays(client)
  const way = ways.find(({ id }) => id === query.get('how')) ?? ways[0]
  if (client === undefined || way === undefined) return undefined
  const takesUser = way.grant_type !== GRANT.clientCredentials
  const user = query.get('user') ?? (users.includes('alice') ? 'alice' : users[0])
  const named = query.get('api') ?? NO_API
  const api = named === NO_API ? undefined : named
  const asked = query.get('scope')
  const scope =
    asked === null
      ? usualScope(client, takesUser, scopesOf(api ?? client.valetkey?.defaultApi ?? ''))
      : splitScope(asked)
  return {
    client,
    way,
    choice: {
      client_id: client.client_id,
      grant_type: way.grant_type,
      ...(way.response_type !== undefined && { response_type: way.response_type }),
      ...(takesUser && user !== undefined && { user }),
      scope,
      ...(api !== undefined && { api }),
    },
  }
}

/** A public application that signs users in is what most people come with. */
function pickFirst(clients: readonly ClientMetadata[]): ClientMetadata | undefined {
  return clients.find(({ client_id }) => client_id === 'my-todos') ?? clients[0]
}

const USUAL = new Set(['openid', 'profile', 'email'])

/** As an application would ask at first: who it is, and the first of what the API has for it. */
function usualScope(client: ClientMetadata, takesUser: boolean, ofApi: readonly string[]): string[] {
  const allowed = client.scope === undefined ? [...USUAL, ...ofApi] : splitScope(client.scope)
  const ofUser = allowed.filter((name) => takesUser && USUAL.has(name))
  return [...ofUser, ...allowed.filter((name) => !isOidcScope(name) && ofApi.includes(name)).slice(0, 1)]
}
