import type { Store } from '../store/store.ts'
import { buildScenarioSeed, SCENARIO_IDS } from './scenarios.ts'
import { mergeSeeds, saveSeed } from './seed.ts'

/** Puts a scenario's clients, APIs and users back to how they ship; whatever else the store holds stays. */
export function loadScenario(store: Store, id: string): void {
  loadScenarios(store, [id])
}

export function loadAllScenarios(store: Store): void {
  loadScenarios(store, SCENARIO_IDS)
}

function loadScenarios(store: Store, ids: readonly string[]): void {
  store.transaction(() => {
    const { accessToken } = store.settings.get().lifetimes
    saveSeed(store, mergeSeeds(ids.map((id) => buildScenarioSeed(id, accessToken))))
  })
}
