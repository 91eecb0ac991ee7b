import { isDeepStrictEqual } from 'node:util'

import type { ImportResult } from '#shared/contract/calls/config.ts'
import { clientSchema, type ClientFile } from '#shared/contract/client.ts'
import type { Config, ConfigFile } from '#shared/contract/config.ts'
import { ValetKeyError } from '#shared/errors.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { User } from '#shared/model/user.ts'

import { applyConfig } from '../seed/apply-config.ts'
import { loadConfigValue } from '../seed/load-config.ts'
import type { Store } from '../store/store.ts'
import { showApi } from './apis.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { invalid } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { applyRetention } from './settings.ts'

export function configHandlers(deps: ApiDependencies): Handlers<'config'> {
  const { store, recorder } = deps
  return {
    'config.export': ({ secrets = false }) => exportConfig(store, secrets),
    'config.import': async ({ config, dryRun = false }) => {
      const parsed = await parse(config, store)
      const before = store.settings.get()
      const changes = dryRun ? rehearse(store, parsed) : await commit(store, () => applyAndCompare(store, parsed))
      applyRetention(recorder, before, store.settings.get())
      return { applied: !dryRun, ...changes }
    },
  }
}

/** Everything as the config file has it; `scenarios` is empty since what they brought is named already. */
function exportConfig(store: Store, secrets: boolean): ConfigFile {
  const { lifetimes, policies, features, metadataDocuments, retention } = store.settings.get()
  return {
    scenarios: [],
    users: store.users.list().map((user) => exportUser(user, secrets)),
    apis: store.apis.list().map(showApi),
    clients: store.clients.list().flatMap(({ metadata }) => exportClient(metadata, secrets) ?? []),
    lifetimes,
    policies,
    features,
    metadataDocuments,
    retention,
  }
}

function exportUser({ username, password, claims, secondFactor }: User, secrets: boolean) {
  return {
    username,
    ...(secrets && { password }),
    claims,
    ...(secrets && secondFactor !== undefined && { secondFactor }),
  }
}

/** A client that registered itself may have brought members that a config file has no name for; they stay out. */
function exportClient(metadata: ClientMetadata, secrets: boolean): ClientFile | undefined {
  const whole = clientSchema.safeParse(metadata)
  const clean = whole.success ? whole : clientSchema.safeParse(withoutRefused(metadata, whole.error.issues))
  if (!clean.success) return undefined
  const { client_secret, ...shown } = clean.data
  return { ...shown, ...(secrets && client_secret !== undefined && { client_secret }) }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

function withoutRefused(metadata: ClientMetadata, issues: readonly Issue[]): object {
  const refused = new Set(issues.flatMap(({ path, keys = [] }) => (path.length > 0 ? [String(path[0])] : keys)))
  return Object.fromEntries(Object.entries(metadata).filter(([member]) => !refused.has(member)))
}

async function parse(config: unknown, store: Store): Promise<Config> {
  try {
    return await loadConfigValue(config, store)
  } catch (error) {
    throw atConfig(error)
  }
}

/** The validator names places in the file; here the file is a member of the call. */
function atConfig(error: unknown): unknown {
  if (!(error instanceof ValetKeyError) || error.code !== 'config_invalid') return error
  const findings = findingsOf(error.detail)
  if (findings === undefined) return invalid([{ path: 'config', message: error.message.replace(/^config: /, '') }])
  return invalid(findings.map(({ path, message }) => ({ path: joinPath('config', path), message })))
}

function joinPath(first: string, rest: string): string {
  return rest === '' || rest.startsWith('[') ? `${first}${rest}` : `${first}.${rest}`
}

function findingsOf(detail: unknown): readonly { path: string; message: string }[] | undefined {
  if (typeof detail !== 'object' || detail === null || !('findings' in detail)) return undefined
  return Array.isArray(detail.findings) ? detail.findings : undefined
}

type Changes = Omit<ImportResult, 'applied'>

function applyAndCompare(store: Store, config: Config): Changes {
  const before = snapshot(store)
  applyConfig(store, config)
  return compare(before, snapshot(store))
}

class Undo extends Error {
  readonly changes: Changes

  constructor(changes: Changes) {
    super('undone')
    this.changes = changes
  }
}

/** Done for real and undone, so that what it says is what would happen. */
function rehearse(store: Store, config: Config): Changes {
  try {
    return store.transaction((): never => {
      throw new Undo(applyAndCompare(store, config))
    })
  } catch (error) {
    if (error instanceof Undo) return error.changes
    throw error
  }
}

type Entities = ReadonlyMap<string, unknown>

function snapshot(store: Store) {
  return {
    clients: new Map(store.clients.list().map(({ metadata }): [string, unknown] => [metadata.client_id, metadata])),
    apis: new Map(store.apis.list().map((api): [string, unknown] => [api.identifier, api])),
    users: new Map(store.users.list().map((user): [string, unknown] => [user.username, user])),
    settings: new Map(Object.entries(store.settings.get()).map(([name, value]): [string, unknown] => [name, value])),
  }
}

function compare(before: ReturnType<typeof snapshot>, after: ReturnType<typeof snapshot>): Changes {
  return {
    clients: compareEntities(before.clients, after.clients),
    apis: compareEntities(before.apis, after.apis),
    users: compareEntities(before.users, after.users),
    settings: compareEntities(before.settings, after.settings).updated,
  }
}

function compareEntities(before: Entities, after: Entities): { created: string[]; updated: string[] } {
  const ids = [...after.keys()]
  return {
    created: ids.filter((id) => !before.has(id)),
    updated: ids.filter((id) => before.has(id) && !isDeepStrictEqual(before.get(id), after.get(id))),
  }
}
