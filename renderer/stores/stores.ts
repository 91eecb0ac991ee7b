import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { PreferencesView, ShellView } from '#shared/contract/calls/shell.ts'
import type { UserView } from '#shared/contract/calls/users.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { RunSummary } from '#shared/model/flow-run.ts'

import { type AppearanceStore, createAppearance } from './create-appearance.ts'
import { type ConnectionStore, createConnection } from './create-connection.ts'
import { createExchanges, type ExchangesStore } from './create-exchanges.ts'
import { createLayout, type LayoutStore } from './create-layout.ts'
import { createList, type ListStore } from './create-list.ts'
import { createResource, type Resource } from './create-resource.ts'
import { createRunList } from './create-runs.ts'
import { createToasts, type ToastStore } from './create-toasts.ts'
import { createBrowserMemory, type Memory } from './memory.ts'
import { type Schedule, scheduleFrame } from './schedule-frame.ts'
import { applyThemeChoice } from './theme-choice.ts'

export type ApiView = ScreenOutput<'apis.get'>['value']
export type ScenarioView = ScreenOutput<'scenarios.get'>['value']
/** With where the secrets of clients there are kept. */
export type IssuersView = ScreenOutput<'issuers.list'>
export type SettingsView = ScreenOutput<'settings.get'>

export interface Stores {
  readonly connection: ConnectionStore
  readonly shell: Resource<ShellView>
  /** Of the desktop app; headless has none and is not asked. */
  readonly preferences: Resource<PreferencesView>
  readonly appearance: AppearanceStore
  readonly clients: ListStore<ClientView>
  readonly apis: ListStore<ApiView>
  readonly users: ListStore<UserView>
  readonly scenarios: ListStore<ScenarioView>
  /** Those that run elsewhere. */
  readonly issuers: Resource<IssuersView>
  readonly exchanges: ExchangesStore
  /** Walkthroughs that are under way, or were; newest first. */
  readonly runs: ListStore<RunSummary>
  /** With the version that a change has to name. */
  readonly settings: Resource<SettingsView>
  readonly toasts: ToastStore
  readonly layout: LayoutStore
}

export interface Surroundings {
  readonly memory?: Memory
  readonly schedule?: Schedule
  readonly applyTheme?: typeof applyThemeChoice
}

/** Every store there is, over one bridge. Each asks for nothing before somebody looks at it. */
export function createStores(
  bridge: Bridge,
  { memory = createBrowserMemory(), schedule = scheduleFrame, applyTheme = applyThemeChoice }: Surroundings = {},
): Stores {
  const shell = createResource({ bridge, isShell: true, fetch: () => bridge.call('shell.get', {}) })
  const preferences = createResource({ bridge, isShell: true, fetch: () => bridge.call('preferences.get', {}) })
  return {
    connection: createConnection(bridge),
    shell,
    preferences,
    appearance: createAppearance({ bridge, memory, shell, preferences, apply: applyTheme }),
    clients: createList({ bridge, kinds: ['clients'], fetch: () => bridge.call('clients.list', {}) }),
    apis: createList({ bridge, kinds: ['apis'], fetch: () => bridge.call('apis.list', {}) }),
    users: createList({ bridge, kinds: ['users'], fetch: () => bridge.call('users.list', {}) }),
    scenarios: createList({
      bridge,
      kinds: ['clients', 'apis', 'users'],
      fetch: () => bridge.call('scenarios.list', {}),
    }),
    issuers: createResource({ bridge, kinds: ['issuers'], fetch: () => bridge.call('issuers.list', {}) }),
    exchanges: createExchanges(bridge, { schedule }),
    runs: createRunList(bridge),
    settings: createResource({ bridge, kinds: ['settings'], fetch: () => bridge.call('settings.get', {}) }),
    toasts: createToasts(),
    layout: createLayout(memory),
  }
}
