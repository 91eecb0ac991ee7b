import { isDeepStrictEqual } from 'node:util'

import { settingsSchema } from '#shared/contract/calls/settings.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import type { Settings } from '#shared/model/settings.ts'

import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { assertNoFindings } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { mergePatch } from './merge-patch.ts'
import { assertVersion, versionOf } from './version.ts'

export function settingsHandlers({ store, recorder }: ApiDependencies): Handlers<'settings'> {
  return {
    'settings.get': () => versionedSettings(store.settings.get()),
    'settings.change': async ({ changes, ifVersion }) => {
      const before = store.settings.get()
      const after = await commit(store, () => {
        assertVersion(ifVersion, before)
        const merged = mergePatch(before, changes)
        assertNoFindings(checkShape(settingsSchema, merged, ['changes']))
        const settings = settingsSchema.parse(merged)
        store.settings.put(settings)
        return settings
      })
      applyRetention(recorder, before, after)
      return versionedSettings(after)
    },
  }
}

export function applyRetention(recorder: ApiDependencies['recorder'], before: Settings, after: Settings): void {
  if (!isDeepStrictEqual(before.retention, after.retention)) recorder.setRetention(after.retention)
}

function versionedSettings({ lifetimes, metadataDocuments, retention }: Settings) {
  const value = { lifetimes, metadataDocuments, retention }
  return { version: versionOf(value), value }
}
