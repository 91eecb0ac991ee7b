import { isDeepStrictEqual } from 'node:util'

import type { OwnScenario } from '#shared/model/scenario.ts'

import { saveSeed, type Seed } from '../seed/seed.ts'
import type { Store } from '../store/store.ts'
import { dropDeadReferences } from './references.ts'
import { revokeOfApi, revokeOfClient, revokeOfUser } from './revoke.ts'

/** What a scenario is made of. Those that ship leave the settings alone. */
export interface Situation {
  readonly seed: Seed
  readonly settings?: OwnScenario['settings'] | undefined
}

/** Everything in it is as it has it; with `alone`, there is nothing else. */
export function loadSituation(store: Store, issuer: string, { seed, settings }: Situation, alone: boolean): void {
  if (alone) removeOthers(store, issuer, seed)
  if (settings !== undefined) loadSettings(store, settings)
  saveSeed(store, seed)
  // An API that has fewer scopes now than somebody gave it takes the others back.
  dropDeadReferences(store)
}

function loadSettings(store: Store, settings: OwnScenario['settings']): void {
  const before = store.settings.get()
  const after = { ...before, ...settings }
  if (!isDeepStrictEqual(before, after)) store.settings.put(after)
}

function removeOthers(store: Store, issuer: string, { clients, apis, users }: Seed): void {
  const kept = {
    clients: new Set(clients.map(({ entity }) => entity.client_id)),
    apis: new Set(apis.map(({ entity }) => entity.identifier)),
    users: new Set(users.map(({ entity }) => entity.username)),
  }
  const strayClients = store.clients.list().map(({ metadata }) => metadata.client_id)
  removeOwners(strayClients, kept.clients, store.records.owners('clientId'), (id, hasRecords) => {
    store.clients.remove(id)
    if (hasRecords) revokeOfClient(store, id)
  })
  const strayUsers = store.users.list().map(({ username }) => username)
  removeOwners(strayUsers, kept.users, store.records.owners('accountId'), (id, hasRecords) => {
    store.users.remove(id)
    if (hasRecords) revokeOfUser(store, id)
  })
  for (const { identifier } of store.apis.list()) {
    if (kept.apis.has(identifier)) continue
    store.apis.remove(identifier)
    revokeOfApi(store, issuer, identifier)
  }
}

/** To look for the records of each of ten thousand takes long; most have none. */
function removeOwners(
  ids: readonly string[],
  kept: ReadonlySet<string>,
  owners: ReadonlySet<string>,
  remove: (id: string, hasRecords: boolean) => void,
): void {
  for (const id of ids) if (!kept.has(id)) remove(id, owners.has(id))
}
