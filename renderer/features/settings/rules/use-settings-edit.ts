import { buildMergePatch } from '#shared/json/build-merge-patch.ts'
import type { Members } from '#shared/json/list-differences.ts'
import type { Settings } from '#shared/model/settings.ts'

import { settingsAddress } from '../../../frame/addresses.ts'
import type { SettingsView } from '../../../stores/stores.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { type Edit, useEdit } from '../../common/edit/use-edit.ts'
import { TEXT } from './text.ts'

export type Rules = Pick<Settings, 'lifetimes' | 'policies' | 'features'>

/** One form over several sections: what was changed in one is there in the next, and saved together. */
export function useSettingsEdit({ version, value }: SettingsView): Edit<Rules> {
  const bridge = useBridge()
  const { settings } = useStores()
  return useEdit<Rules>({
    kind: 'settings',
    entity: 'settings',
    label: TEXT.label,
    address: settingsAddress('lifetimes'),
    stored: { version, value: rulesOf(value) },
    reload: settings.getState().load,
    save: async (next, from) => {
      const changes = changesOf(from.base, next)
      const changed = await bridge.call('settings.change', { changes, ifVersion: [from.version] })
      settings.setState({ value: changed, status: 'ready', error: undefined })
    },
  })
}

export function rulesOf({ lifetimes, policies, features }: Rules): Rules {
  return { lifetimes, policies, features }
}

/** As `settings.change` takes it. */
export function changesOf(base: Rules, next: Rules): Members {
  return buildMergePatch({ ...base }, { ...next })
}
