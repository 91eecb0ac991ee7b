import type { Output } from '#shared/contract/calls/calls.ts'
import type { Scenario } from '#shared/contract/scenario.ts'

import { loadScenario } from '../seed/load-scenario.ts'
import { buildScenarioSeed, SCENARIOS } from '../seed/scenarios.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { dropDeadReferences } from './references.ts'
import { versionOf } from './version.ts'

export function scenarioHandlers({ store }: ApiDependencies): Handlers<'scenarios'> {
  return {
    'scenarios.list': () => ({ items: SCENARIOS.map(showScenario) }),
    'scenarios.get': ({ id }) => {
      const value = showScenario(find(id))
      return { version: versionOf(value), value }
    },
    'scenarios.load': ({ id }) =>
      commit(store, () => {
        const scenario = find(id)
        loadScenario(store, id)
        // An API that ships with fewer scopes than somebody gave it takes the others back.
        dropDeadReferences(store)
        return showScenario(scenario)
      }),
  }
}

function find(id: string): Scenario {
  const scenario = SCENARIOS.find((candidate) => candidate.id === id)
  if (scenario !== undefined) return scenario
  throw notFound('scenario', id, `There are: ${SCENARIOS.map((known) => known.id).join(', ')}.`)
}

function showScenario({ id, title, summary, privateKeys }: Scenario): Output<'scenarios.load'> {
  const { clients, apis, users } = buildScenarioSeed(id, 1)
  return {
    id,
    title,
    summary,
    clients: clients.map(({ entity }) => entity.client_id),
    apis: apis.map(({ entity }) => entity.identifier),
    users: users.map(({ entity }) => entity.username),
    ...(privateKeys !== undefined && { privateKeys: { ...privateKeys } }),
  }
}
