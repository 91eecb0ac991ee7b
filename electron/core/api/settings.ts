import { isDeepStrictEqual } from 'node:util'

import { settingsSchema } from '#shared/contract/calls/settings.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import type { Settings } from '#shared/model/settings.ts'

import { listSwitchedOff } from '../issuer/configuration/what-is-on.ts'
import type { Store } from '../store/store.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { assertNoFindings } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { mergePatch } from './merge-patch.ts'
import { assertVersion, versionOf } from './version.ts'

export function settingsHandlers({ store, recorder, issuer }: ApiDependencies): Handlers<'settings'> {
  return {
    'settings.get': () => versionedSettings(store.settings.get()),
    'settings.change': async ({ changes, ifVersion }) => {
      const before = store.settings.get()
      const after = await commit(store, () => {
        assertVersion(ifVersion, showSettings(before))
        const settings = change(before, changes)
        store.settings.put(settings)
        return settings
      })
      applyRetention(recorder, before, after)
      return versionedSettings(after)
    },
    'settings.preview': async ({ changes }) => {
      const now = store.settings.get()
      const then = change(now, changes)
      const [before, after] = await Promise.all([issuer.discover(now), issuer.discover(then)])
      return { before, after, clients: listLosers(store, now, then) }
    },
  }
}

function change(before: Settings, changes: Readonly<Record<string, unknown>>): Settings {
  const merged = mergePatch(showSettings(before), changes)
  assertNoFindings(checkShape(settingsSchema, merged, ['changes']))
  return settingsSchema.parse(merged)
}

/** Who has something registered that would be switched off. */
function listLosers(store: Store, { features: now }: Settings, { features: then }: Settings) {
  return store.clients.list().flatMap(({ metadata }) => {
    const before = new Set(listSwitchedOff(metadata, now))
    const members = listSwitchedOff(metadata, then).filter((member) => !before.has(member))
    return members.length === 0 ? [] : [{ client_id: metadata.client_id, members }]
  })
}

export function applyRetention(recorder: ApiDependencies['recorder'], before: Settings, after: Settings): void {
  if (!isDeepStrictEqual(before.retention, after.retention)) recorder.setRetention(after.retention)
}

/** Named one by one: a store that was written by a later version may hold more. */
function showSettings({ lifetimes, policies, features, clock, metadataDocuments, retention }: Settings): Settings {
  return { lifetimes, policies, features, clock, metadataDocuments, retention }
}

function versionedSettings(settings: Settings) {
  const value = showSettings(settings)
  return { version: versionOf(value), value }
}
