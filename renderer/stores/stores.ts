import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { PreferencesView, ShellView } from '#shared/contract/calls/shell.ts'
import type { UserView } from '#shared/contract/calls/users.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { RunSummary } from '#shared/model/flow-run.ts'

import { type AppearanceStore, createAppearance } from './create-appearance.ts'
import { type ConnectionStore, createConnection } from './create-connection.ts'
import { createDrafts, type DraftStore } from './create-drafts.ts'
import { createExchanges, type ExchangesStore } from './create-exchanges.ts'
import { createCounts, type Counts } from './create-counts.ts'
import { createLayout, type LayoutStore } from './create-layout.ts'
import { createLessons, type LessonsStore } from './create-lessons.ts'
import { createList, type ListStore } from './create-list.ts'
import { createMadeCalls, type MadeCallsStore } from './create-made-calls.ts'
import { createResource, type Resource } from './create-resource.ts'
import { createRunList } from './create-runs.ts'
import { createUses, type UsesStore } from './create-uses.ts'
import { createTokenDesk, type TokenDeskStore } from './create-token-desk.ts'
import { createToasts, type ToastStore } from './create-toasts.ts'
import { createBrowserMemory, createTabMemory, type Memory } from './memory.ts'
import { readLesson } from './read-lesson.ts'
import type { Schedule } from './schedule-frame.ts'
import { applyThemeChoice } from './theme-choice.ts'
import { createFollowed, type FollowedStore } from './traffic/create-followed.ts'
import { createTraffic, type TrafficStore } from './traffic/create-traffic.ts'

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
  /** The last ones. */
  readonly exchanges: ExchangesStore
  /** All that fit a filter, for the list of Traffic. */
  readonly traffic: TrafficStore
  /** Applications whose errors the person wants to hear of. */
  readonly followed: FollowedStore
  /** Walkthroughs that are under way, or were; newest first. */
  readonly runs: ListStore<RunSummary>
  /** The exported walkthrough that is looked at. */
  readonly lessons: LessonsStore
  /** With the version that a change has to name. */
  readonly settings: Resource<SettingsView>
  /** What was begun and not saved, of every form. */
  readonly drafts: DraftStore
  readonly toasts: ToastStore
  readonly layout: LayoutStore
  readonly tokenDesk: TokenDeskStore
  /** What this window has asked for. */
  readonly madeCalls: MadeCallsStore
  /** How many there are of each kind. */
  readonly counts: Resource<Counts>
  /** When each application was used last. */
  readonly uses: UsesStore
  /** Whether this browser reads the issuer's discovery document. */
  readonly readIssuer: (discovery: string) => Promise<boolean>
}

export interface Surroundings {
  readonly memory?: Memory
  readonly schedule?: Schedule
  readonly applyTheme?: typeof applyThemeChoice
  /** The note of what goes over the bridge. */
  readonly madeCalls?: MadeCallsStore
  readonly readIssuer?: Stores['readIssuer']
}

/** Every store there is, over one bridge. Each asks for nothing before somebody looks at it. */
export function createStores(
  bridge: Bridge,
  {
    memory = createBrowserMemory(),
    schedule,
    applyTheme = applyThemeChoice,
    madeCalls = createMadeCalls(),
    readIssuer = cannotRead,
  }: Surroundings = {},
): Stores {
  const shell = createResource({ bridge, isShell: true, fetch: () => bridge.call('shell.get', {}) })
  const paced = schedule === undefined ? {} : { schedule }
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
      kinds: ['scenarios'],
      fetch: () => bridge.call('scenarios.list', {}),
    }),
    issuers: createResource({ bridge, kinds: ['issuers'], fetch: () => bridge.call('issuers.list', {}) }),
    exchanges: createExchanges(bridge, paced),
    traffic: createTraffic(bridge, { ...paced, place: () => programOf(shell.getState().value) }),
    followed: createFollowed(bridge, memory),
    runs: createRunList(bridge),
    lessons: createLessons({ memory: createTabMemory(), read: readLesson }),
    settings: createResource({ bridge, kinds: ['settings'], fetch: () => bridge.call('settings.get', {}) }),
    drafts: createDrafts(),
    toasts: createToasts(),
    layout: createLayout(memory),
    tokenDesk: createTokenDesk(),
    madeCalls,
    counts: createCounts(bridge),
    uses: createUses(bridge),
    readIssuer,
  }
}

async function cannotRead(): Promise<boolean> {
  return false
}

function programOf(shell: ShellView | undefined) {
  return shell?.program.state === 'running' ? shell.program : undefined
}
