import { completeConfig } from '#shared/contract/complete-config.ts'
import type { Config } from '#shared/contract/config.ts'

import type { Store } from '../store/store.ts'
import { applyConfig } from './apply-config.ts'
import { SCENARIO_IDS } from './scenarios.ts'

const NO_CONFIG = completeConfig({})

/**
 * At every start. A new store gets the scenarios that the config names, or all of them when it does not say; the
 * config itself is applied each time.
 */
export function seedStore(store: Store, config: Config = NO_CONFIG): void {
  const { isNew } = store
  if (!isNew && config === NO_CONFIG) return
  store.transaction(() => {
    applyConfig(store, { ...config, scenarios: config.scenarios ?? (isNew ? SCENARIO_IDS : []) })
    if (isNew) store.markSeeded()
  })
}
