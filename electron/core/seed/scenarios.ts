import { completeClient } from '#shared/contract/complete-client.ts'
import { completeApi, completeUser } from '#shared/contract/complete-config.ts'
import type { KnownApi } from '#shared/contract/known-names.ts'
import type { Scenario } from '#shared/contract/scenario.ts'
import { ValetKeyError } from '#shared/errors.ts'
import type { Jwk } from '#shared/model/key.ts'

import agents from '../../../resources/scenarios/agents.json' with { type: 'json' }
import legacyDesk from '../../../resources/scenarios/legacy-desk.json' with { type: 'json' }
import livingRoomTv from '../../../resources/scenarios/living-room-tv.json' with { type: 'json' }
import organizer from '../../../resources/scenarios/organizer.json' with { type: 'json' }
import people from '../../../resources/scenarios/people.json' with { type: 'json' }
import printShop from '../../../resources/scenarios/print-shop.json' with { type: 'json' }
import worldMappers from '../../../resources/scenarios/world-mappers.json' with { type: 'json' }
import type { Seed } from './seed.ts'

// The compiler reads the texts in these files as any text; the tests hold each file against its schema.
export const SCENARIOS = [organizer, worldMappers, livingRoomTv, printShop, legacyDesk, agents] as readonly Scenario[]

export const SCENARIO_IDS: readonly string[] = SCENARIOS.map(({ id }) => id)

/**
 * A scenario with its defaults filled in: its clients, the APIs that they call, and the cast, which is part of every
 * scenario. Throws when there is none of that name.
 */
export function buildScenarioSeed(id: string, accessTokenLifetime: number): Seed {
  const scenario = findScenario(id)
  const apiScenarios = [...(scenario.usesApisOf ?? []).map(findScenario), scenario]
  const origin = `scenario:${id}` as const
  return {
    users: [
      ...people.users.map((user) => ({ entity: completeUser(user), origin: 'scenario:people' as const })),
      ...(scenario.users ?? []).map((user) => ({ entity: completeUser(user), origin })),
    ],
    apis: apiScenarios.flatMap(({ id: owner, apis = [] }) =>
      apis.map((api) => ({ entity: completeApi(api, accessTokenLifetime), origin: `scenario:${owner}` as const })),
    ),
    clients: (scenario.clients ?? []).map((client) => ({ entity: completeClient(client), origin })),
  }
}

function findScenario(id: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario.id === id)
  if (found !== undefined) return found
  throw new ValetKeyError('scenario_unknown', `There is no scenario "${id}". There are: ${SCENARIO_IDS.join(', ')}.`)
}

/** What a client of each scenario may refer to; the lifetime of tokens is of no interest to that. */
export const SCENARIO_APIS: Readonly<Record<string, readonly KnownApi[]>> = Object.fromEntries(
  SCENARIO_IDS.map((id) => [id, buildScenarioSeed(id, 1).apis.map(({ entity }) => entity)]),
)

/** What a seeded client signs its assertions with. */
export function seededPrivateKey(clientId: string): Jwk | undefined {
  return SCENARIOS.map(({ privateKeys }) => privateKeys?.[clientId]).find((key) => key !== undefined)
}
