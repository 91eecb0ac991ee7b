import { completeConfig } from '#shared/contract/complete-config.ts'
import type { Api } from '#shared/model/api.ts'
import type { Client } from '#shared/model/client.ts'
import { type Settings, SETTINGS_DEFAULTS } from '#shared/model/settings.ts'
import type { User } from '#shared/model/user.ts'

import { applyConfig } from '../seed/apply-config.ts'
import { SCENARIO_IDS } from '../seed/scenarios.ts'
import type { Store } from '../store/store.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import type { Handlers } from './handlers.ts'
import { dropDeadReferences } from './references.ts'
import { applyRetention } from './settings.ts'

type Kept = ReadonlySet<'clients' | 'apis' | 'users' | 'settings' | 'exchanges'>

const NO_CONFIG = completeConfig({})

export function resetHandlers({ store, recorder, config = NO_CONFIG }: ApiDependencies): Handlers<'reset'> {
  return {
    reset: async ({ options = {} }) => {
      const keep: Kept = new Set(options.keep)
      const before = store.settings.get()
      const revoked = await commit(store, () => {
        const ended = endEverything(store)
        const kept = takeKept(store, keep)
        empty(store)
        applyConfig(store, { ...config, scenarios: config.scenarios ?? SCENARIO_IDS })
        putBack(store, kept)
        dropDeadReferences(store)
        return ended
      })
      applyRetention(recorder, before, store.settings.get())
      if (!keep.has('exchanges')) await recorder.remove({})
      return { revoked }
    },
  }
}

function endEverything({ records }: Store) {
  const grants = records.count('Grant')
  const sessions = records.count('Session')
  return { grants, sessions, tokens: records.clear() - grants - sessions }
}

interface Keepsake {
  readonly clients: readonly Client[] | undefined
  readonly apis: readonly Api[] | undefined
  readonly users: readonly User[] | undefined
  readonly settings: Settings | undefined
}

function takeKept(store: Store, keep: Kept): Keepsake {
  return {
    clients: keep.has('clients') ? store.clients.list() : undefined,
    apis: keep.has('apis') ? store.apis.list() : undefined,
    users: keep.has('users') ? store.users.list() : undefined,
    settings: keep.has('settings') ? store.settings.get() : undefined,
  }
}

function empty(store: Store): void {
  emptyClients(store)
  emptyApis(store)
  emptyUsers(store)
  for (const { id } of store.flowRuns.list()) store.flowRuns.remove(id)
  emptyIssuers(store)
  store.settings.put(SETTINGS_DEFAULTS)
}

function emptyIssuers({ outsideIssuers, outsideSecrets }: Store): void {
  for (const { id, clients } of outsideIssuers.list()) {
    for (const { client_id } of clients) outsideSecrets.remove(id, client_id)
    outsideIssuers.remove(id)
  }
}

function emptyClients({ clients }: Store): void {
  for (const { metadata } of clients.list()) clients.remove(metadata.client_id)
}

function emptyApis({ apis }: Store): void {
  for (const { identifier } of apis.list()) apis.remove(identifier)
}

function emptyUsers({ users }: Store): void {
  for (const { username } of users.list()) users.remove(username)
}

/** What is kept is kept to the letter: what the scenarios have brought of its kind goes. */
function putBack(store: Store, { clients, apis, users, settings }: Keepsake): void {
  if (clients) emptyClients(store)
  for (const { metadata, origin } of clients ?? []) store.clients.put(metadata, origin)
  if (apis) emptyApis(store)
  for (const api of apis ?? []) store.apis.put(api, 'management')
  if (users) emptyUsers(store)
  for (const user of users ?? []) store.users.put(user, 'management')
  if (settings) store.settings.put(settings)
}
