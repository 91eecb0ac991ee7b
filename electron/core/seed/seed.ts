import { isDeepStrictEqual } from 'node:util'

import { ValetKeyError } from '#shared/errors.ts'
import type { Api } from '#shared/model/api.ts'
import type { ClientMetadata, Origin } from '#shared/model/client.ts'
import type { User } from '#shared/model/user.ts'

import type { Store, Table } from '../store/store.ts'

export interface Planted<Entity> {
  readonly entity: Entity
  readonly origin: Origin
}

/** What a scenario or a config wants to see in the store. */
export interface Seed {
  readonly users: readonly Planted<User>[]
  readonly apis: readonly Planted<Api>[]
  readonly clients: readonly Planted<ClientMetadata>[]
}

/** Later seeds win, entity by entity; of an API, scopes add up. */
export function mergeSeeds(seeds: readonly Seed[]): Seed {
  const apis = new Map<string, Planted<Api>>()
  for (const { entity, origin } of seeds.flatMap((seed) => seed.apis)) {
    apis.set(entity.identifier, { entity: mergeApi(apis.get(entity.identifier)?.entity, entity), origin })
  }
  return {
    users: lastOfEach(
      seeds.flatMap((seed) => seed.users),
      ({ username }) => username,
    ),
    apis: [...apis.values()],
    clients: lastOfEach(
      seeds.flatMap((seed) => seed.clients),
      ({ client_id }) => client_id,
    ),
  }
}

function lastOfEach<Entity>(all: readonly Planted<Entity>[], id: (entity: Entity) => string): Planted<Entity>[] {
  return [...new Map(all.map((planted) => [id(planted.entity), planted])).values()]
}

/** Scopes that only the earlier definition has stay: the issuer refuses a client whose scope no API knows any more. */
export function mergeApi(before: Api | undefined, after: Api): Api {
  if (before === undefined) return after
  const scopes = new Map([...before.scopes, ...after.scopes].map((scope) => [scope.name, scope]))
  const types = new Set([...before.authorizationDetailsTypes, ...after.authorizationDetailsTypes])
  return { ...after, scopes: [...scopes.values()], authorizationDetailsTypes: [...types] }
}

/** Writes only what differs, so that a start with an unchanged config writes nothing. */
export function saveSeed(store: Store, seed: Seed): void {
  for (const { entity, origin } of seed.users) {
    if (!isDeepStrictEqual(findReadable(store.users, entity.username), entity)) store.users.put(entity, origin)
  }
  for (const { entity, origin } of seed.apis) {
    if (!isDeepStrictEqual(findReadable(store.apis, entity.identifier), entity)) store.apis.put(entity, origin)
  }
  for (const { entity, origin } of seed.clients) {
    const stored = findReadable(store.clients, entity.client_id)
    const same = stored?.origin === origin && isDeepStrictEqual(stored.metadata, entity)
    if (!same) store.clients.put(entity, origin)
  }
}

/** A row that somebody has damaged by hand counts as none: saving it again is what mends it. */
export function findReadable<Entity>(table: Table<Entity>, id: string): Entity | undefined {
  try {
    return table.get(id)
  } catch (error) {
    if (error instanceof ValetKeyError && error.code === 'store_damaged_row') return undefined
    throw error
  }
}
