import type { Config } from '#shared/contract/config.ts'

import type { Store } from '../store/store.ts'
import { readConfigFile } from './read-config-file.ts'
import { SCENARIO_APIS } from './scenarios.ts'

/** Reads and checks a config file. The validator is loaded here, so that a start without a config does not wait for it. */
export async function loadConfig(path: string, store?: Pick<Store, 'apis'>): Promise<Config> {
  const text = readConfigFile(path)
  const { parseConfig } = await import('./parse-config.ts')
  return parseConfig(text, path, { scenarios: SCENARIO_APIS, apis: store?.apis.list() ?? [] })
}

/** The same for a config that the library is given as an object. */
export async function loadConfigValue(value: unknown, store?: Pick<Store, 'apis'>): Promise<Config> {
  const { parseConfigValue } = await import('./parse-config.ts')
  return parseConfigValue(value, 'config', { scenarios: SCENARIO_APIS, apis: store?.apis.list() ?? [] })
}
