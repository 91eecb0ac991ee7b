import { randomBytes } from 'node:crypto'

import type { ScenarioView } from '#shared/contract/calls/scenarios.ts'
import { quote } from '#shared/contract/finding.ts'
import type { Origin } from '#shared/model/client.ts'
import type { OwnScenario, StoredScenario } from '#shared/model/scenario.ts'

import { buildScenarioSeed, SCENARIOS } from '../seed/scenarios.ts'
import { mergeSeeds, type Seed } from '../seed/seed.ts'
import type { DocumentRow } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { commit } from './commit.ts'
import { buildConfigFile } from './config-file.ts'
import type { ApiDependencies } from './dependencies.ts'
import { conflict, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { loadSituation, type Situation } from './load-situation.ts'
import { madeChange } from './made-change.ts'
import { showPlan } from './show-changes.ts'
import { assertVersion, versionOf } from './version.ts'

export function scenarioHandlers({ store, address }: ApiDependencies): Handlers<'scenarios'> {
  return {
    'scenarios.list': () => ({
      items: [...SCENARIOS.map(({ id }) => showShipped(id)), ...store.scenarios.list().map(showOwn)],
    }),
    'scenarios.get': ({ id }) => versioned(showAny(store, id)),
    'scenarios.compare': ({ id, alone = false }) => {
      const situation = findSituation(store, id)
      const plan = store.rehearse(() => {
        loadSituation(store, address, situation, alone)
        return showPlan(store.history.ofBatch(store.history.current() ?? ''))
      })
      return { plan }
    },
    'scenarios.load': ({ id, alone = false }) =>
      commit(store, () => {
        loadSituation(store, address, findSituation(store, id), alone)
        return { ...showAny(store, id), ...madeChange(store) }
      }),
    'scenarios.save': ({ scenario: { title, summary = '', from }, overwrite = false }) =>
      commit(store, () => {
        const id = idOf(title)
        assertFree(store, id, title, overwrite)
        const situation = from === undefined ? presentSituation(store) : findSituation(store, from)
        store.scenarios.put({ id, title, summary, ...keep(situation, store) })
        return versioned(showAny(store, id))
      }),
    'scenarios.change': ({ id, changes, ifVersion }) =>
      commit(store, () => {
        const { scenario } = findOwn(store, id)
        assertVersion(ifVersion, showAny(store, id))
        const { title = scenario.title, summary = scenario.summary } = changes
        store.scenarios.put({ ...scenario, title, summary })
        return versioned(showAny(store, id))
      }),
    'scenarios.remove': ({ id, ifVersion }) =>
      commit(store, () => {
        findOwn(store, id)
        assertVersion(ifVersion, showAny(store, id))
        store.scenarios.remove(id)
        return {}
      }),
    'scenarios.export': ({ id, secrets = false }) => {
      const { seed, settings = {} } = findSituation(store, id)
      const entities = {
        users: seed.users.map(({ entity }) => entity),
        apis: seed.apis.map(({ entity }) => entity),
        clients: seed.clients.map(({ entity }) => entity),
      }
      return buildConfigFile({ ...entities, settings }, secrets)
    },
  }
}

/** As it stands in addresses; a name without any letter of the alphabet is given one. */
function idOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return words === '' ? `scenario-${randomBytes(4).toString('hex')}` : words
}

function assertFree(store: Store, id: string, title: string, overwrite: boolean): void {
  if (isShipped(id)) throw conflict(`The scenario ${quote(title)} ships with the program. Take another name.`)
  if (overwrite || store.scenarios.row(id) === undefined) return
  throw conflict(`There is a scenario ${quote(title)} already. Take another name, or save over it with overwrite.`)
}

function isShipped(id: string): boolean {
  return SCENARIOS.some((scenario) => scenario.id === id)
}

function findOwn(store: Store, id: string): StoredScenario {
  if (isShipped(id)) {
    throw conflict(`The scenario ${quote(id)} ships with the program and stays as it is. Save a copy of it instead.`)
  }
  return store.scenarios.get(id) ?? noScenario(store, id)
}

function noScenario(store: Store, id: string): never {
  const known = [
    ...SCENARIOS.map((scenario) => scenario.id),
    ...store.scenarios.list().map(({ scenario }) => scenario.id),
  ]
  const shown = known.length > 20 ? `${known.slice(0, 20).join(', ')} and ${known.length - 20} more` : known.join(', ')
  throw notFound('scenario', id, `There are: ${shown}.`)
}

function findSituation(store: Store, id: string): Situation {
  if (isShipped(id)) return { seed: buildShippedSeed(id, store.settings.get().lifetimes.accessToken) }
  const { clients, apis, users, settings } = findOwn(store, id).scenario
  return { seed: { clients, apis, users }, settings }
}

function buildShippedSeed(id: string, accessTokenLifetime: number): Seed {
  return mergeSeeds([buildScenarioSeed(id, accessTokenLifetime)])
}

function presentSituation(store: Store): Situation {
  const { retention: _retention, clock: _clock, ...settings } = store.settings.get()
  const clients = store.clients.list().map(({ metadata, origin }) => ({ entity: metadata, origin }))
  const apis = store.apis.list().map((entity) => ({ entity, origin: originOf(store.apis.row(entity.identifier)) }))
  const users = store.users.list().map((entity) => ({ entity, origin: originOf(store.users.row(entity.username)) }))
  return { seed: { clients, apis, users }, settings }
}

/** As the store itself wrote it. */
function originOf(row: DocumentRow | undefined): Origin {
  return (row?.origin ?? 'management') as Origin
}

function keep({ seed, settings }: Situation, store: Store): Omit<OwnScenario, 'id' | 'title' | 'summary'> {
  const { retention: _retention, clock: _clock, ...present } = store.settings.get()
  return { ...seed, settings: settings ?? present }
}

function versioned(value: ScenarioView) {
  return { version: versionOf(value), value }
}

function showAny(store: Store, id: string): ScenarioView {
  return isShipped(id) ? showShipped(id) : showOwn(findOwn(store, id))
}

function showShipped(id: string): ScenarioView {
  const { clients, apis, users } = buildShippedSeed(id, 1)
  const { title = id, summary = '', privateKeys } = SCENARIOS.find((scenario) => scenario.id === id) ?? {}
  return {
    id,
    title,
    summary,
    own: false,
    ...idsOf({ clients, apis, users }),
    settings: [],
    ...(privateKeys !== undefined && { privateKeys: { ...privateKeys } }),
  }
}

function showOwn({ scenario: { id, title, summary, settings, ...seed }, updatedAt }: StoredScenario): ScenarioView {
  return { id, title, summary, own: true, ...idsOf(seed), settings: Object.keys(settings), savedAt: updatedAt }
}

function idsOf({ clients, apis, users }: Seed) {
  return {
    clients: clients.map(({ entity }) => entity.client_id),
    apis: apis.map(({ entity }) => entity.identifier),
    users: users.map(({ entity }) => entity.username),
  }
}
