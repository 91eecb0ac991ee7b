import { isDeepStrictEqual } from 'node:util'

import type { Config } from '#shared/contract/config.ts'

import type { Store } from '../store/store.ts'
import { buildScenarioSeed } from './scenarios.ts'
import { findReadable, mergeApi, mergeSeeds, saveSeed, type Seed } from './seed.ts'

/**
 * All of a config or, when something throws, nothing. A client or user that it names is replaced whole; an API keeps
 * the scopes that the config does not name; what the config does not name at all is left alone.
 */
export function applyConfig(store: Store, config: Config): void {
  store.transaction(() => {
    saveSettings(store, config)
    const { accessToken } = store.settings.get().lifetimes
    const scenarios = (config.scenarios ?? []).map((id) => buildScenarioSeed(id, accessToken))
    saveSeed(store, keepScopes(store, mergeSeeds([...scenarios, buildConfigSeed(config)])))
  })
}

function buildConfigSeed({ users, apis, clients }: Config): Seed {
  const origin = 'config' as const
  return {
    users: users.map((entity) => ({ entity, origin })),
    apis: apis.map((entity) => ({ entity, origin })),
    clients: clients.map((entity) => ({ entity, origin })),
  }
}

function keepScopes(store: Store, seed: Seed): Seed {
  const apis = seed.apis.map(({ entity, origin }) => ({
    entity: mergeApi(findReadable(store.apis, entity.identifier), entity),
    origin,
  }))
  return { ...seed, apis }
}

function saveSettings(store: Store, { lifetimes, policies, features, metadataDocuments, retention }: Config): void {
  const before = store.settings.get()
  const after = {
    ...before,
    lifetimes: { ...before.lifetimes, ...lifetimes },
    policies: { ...before.policies, ...policies },
    features: { ...before.features, ...features },
    metadataDocuments: { ...before.metadataDocuments, ...metadataDocuments },
    retention: { ...before.retention, ...retention },
  }
  if (!isDeepStrictEqual(before, after)) store.settings.put(after)
}
