import { SETTINGS_DEFAULTS } from '#shared/model/settings.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { Meta } from './meta.ts'
import { isObject, isText, parseStored } from './stored-json.ts'
import type { Store } from './store.ts'
import type { TableContext } from './table-context.ts'

const NAME = 'settings'

/** A setting that a later version adds has its default until somebody changes it. */
export function createSettings({ connection, changes, history }: TableContext, meta: Meta): Store['settings'] {
  let remembered: Settings | undefined
  connection.onUndone(() => void (remembered = undefined))

  function load(): Settings {
    const text = meta.get(NAME)
    return text === undefined ? SETTINGS_DEFAULTS : parseStored('meta', NAME, text, parseSettings)
  }

  return {
    get: () => (remembered ??= load()),
    put(settings) {
      const [before, after] = [JSON.stringify(load()), JSON.stringify(settings)]
      history.note({ kind: 'settings', entity: NAME, before, after })
      meta.put(NAME, JSON.stringify(settings))
      remembered = undefined
      changes.note('settings')
    },
  }
}

function parseSettings(value: unknown): Settings | undefined {
  if (!isObject(value)) return undefined
  const { lifetimes = {}, policies = {}, features = {}, clock = {}, retention = {} } = value
  const { metadataDocuments = SETTINGS_DEFAULTS.metadataDocuments } = value
  if (!isAmounts(lifetimes) || !isTextRecord(metadataDocuments) || !isAmounts(retention)) return undefined
  if (!isObject(policies) || !isObject(features) || !isClock(clock)) return undefined
  return {
    ...SETTINGS_DEFAULTS,
    ...value,
    lifetimes: { ...SETTINGS_DEFAULTS.lifetimes, ...lifetimes },
    policies: { ...SETTINGS_DEFAULTS.policies, ...policies },
    features: { ...SETTINGS_DEFAULTS.features, ...features },
    clock: { ...SETTINGS_DEFAULTS.clock, ...clock },
    metadataDocuments,
    retention: { ...SETTINGS_DEFAULTS.retention, ...retention },
  }
}

function isAmounts(value: unknown): value is Readonly<Record<string, number>> {
  return isObject(value) && Object.values(value).every((amount) => typeof amount === 'number' && amount >= 0)
}

function isClock(value: unknown): value is { readonly offset?: number } {
  return isObject(value) && (value['offset'] === undefined || typeof value['offset'] === 'number')
}

function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every(isText)
}
