import { isDeepStrictEqual } from 'node:util'

import type { ImportResult } from '#shared/contract/calls/config.ts'
import type { Config } from '#shared/contract/config.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { applyConfig } from '../seed/apply-config.ts'
import { loadConfigValue } from '../seed/load-config.ts'
import type { Store } from '../store/store.ts'
import { commit } from './commit.ts'
import { buildConfigFile, type Exported } from './config-file.ts'
import type { ApiDependencies } from './dependencies.ts'
import { invalid } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { madeChange } from './made-change.ts'
import { applyRetention } from './settings.ts'
import { showPlan } from './show-changes.ts'

export function configHandlers(deps: ApiDependencies): Handlers<'config'> {
  const { store, recorder } = deps
  return {
    'config.export': ({ secrets = false }) => buildConfigFile(presentState(store), secrets),
    'config.import': async ({ config, dryRun = false }) => {
      const parsed = await parse(config, store)
      const before = store.settings.get()
      if (dryRun) return { applied: false, ...rehearseImport(store, parsed) }
      const changes = await commit(store, () => ({ ...applyAndCompare(store, parsed), ...madeChange(store) }))
      applyRetention(recorder, before, store.settings.get())
      return { applied: true, ...changes }
    },
  }
}

function presentState(store: Store): Exported {
  return {
    users: store.users.list(),
    apis: store.apis.list(),
    clients: store.clients.list().map(({ metadata }) => metadata),
    settings: store.settings.get(),
  }
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

type Changes = Omit<ImportResult, 'applied' | 'plan' | 'change'>

function applyAndCompare(store: Store, config: Config): Changes {
  const before = snapshot(store)
  applyConfig(store, config)
  return compare(before, snapshot(store))
}

function rehearseImport(store: Store, config: Config) {
  return store.rehearse(() => {
    const changes = applyAndCompare(store, config)
    return { ...changes, plan: showPlan(store.history.ofBatch(store.history.current() ?? '')) }
  })
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
