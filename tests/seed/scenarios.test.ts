import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkConfig } from '#shared/contract/check-config.ts'
import { scenarioSchema } from '#shared/contract/scenario.ts'
import { DEMO_APIS } from '#shared/model/demo-api.ts'
import { parseConfigValue } from '../../electron/core/seed/parse-config.ts'
import {
  buildScenarioSeed,
  SCENARIO_APIS,
  SCENARIO_IDS,
  SCENARIOS,
  seededPrivateKey,
} from '../../electron/core/seed/scenarios.ts'
import { KNOWN } from './known.ts'

const FOLDER = new URL('../../resources/scenarios/', import.meta.url)
const files = readdirSync(FOLDER).filter((name) => name !== 'people.json')

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))
}

test('every file in the folder is a scenario of the program', () => {
  expect(files.toSorted()).toEqual(SCENARIO_IDS.map((id) => `${id}.json`).toSorted())
})

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('%s', (id, scenario) => {
  test('is written as the schema wants it', () => {
    expect(scenarioSchema.safeParse(read(`${id}.json`)).error).toBeUndefined()
  })

  test('stands on its own: loaded alone, nothing that it names is missing', () => {
    const { users = [], apis = [], clients = [] } = scenario
    const known = { scenarios: { [id]: SCENARIO_APIS[id] ?? [] } }
    expect(checkConfig({ scenarios: [id], users, apis, clients }, known)).toEqual([])
  })

  test('gives every client a name, a scope and an API to call', () => {
    for (const { client_name, scope, valetkey } of scenario.clients ?? []) {
      expect(client_name).toBeDefined()
      expect(scope).toBeDefined()
      expect(SCENARIO_APIS[id]?.map(({ identifier }) => identifier)).toContain(valetkey?.defaultApi)
    }
  })

  test('describes every scope to the user', () => {
    for (const { description } of (scenario.apis ?? []).flatMap(({ scopes = [] }) => scopes)) {
      expect(description).toMatch(/^[A-Z]/)
    }
  })

  test('says everything itself, so that reading it needs no defaults', () => {
    const completed = buildScenarioSeed(id, 3600).clients.map(({ entity }) => entity)
    expect(completed).toEqual(scenario.clients)
  })
})

test('the cast is written as a config file wants it', () => {
  expect(
    parseConfigValue(read('people.json'), 'people.json', KNOWN).users.map(({ username, password }) => [
      username,
      password,
    ]),
  ).toEqual([
    ['alice', 'alice'],
    ['bob', 'bob'],
    ['carol', 'carol'],
    ['mallory', 'mallory'],
  ])
})

test('no entity is defined by two scenarios', () => {
  const names = SCENARIOS.flatMap(({ apis = [], clients = [] }) => [
    ...apis.map(({ identifier }) => identifier),
    ...clients.map(({ client_id }) => client_id),
  ])
  expect(names).toHaveLength(new Set(names).size)
})

test('the demo APIs are those that the program serves', () => {
  const own = SCENARIOS.flatMap(({ apis = [] }) => apis.map(({ identifier }) => identifier))
  expect(own.toSorted()).toEqual(DEMO_APIS.map(({ identifier }) => identifier).toSorted())
})

test('the private key of Delivery Planner belongs to its public key', () => {
  const priv = seededPrivateKey('delivery-planner')
  const [pub] =
    SCENARIOS.flatMap(({ clients = [] }) => clients).find(({ client_id }) => client_id === 'delivery-planner')?.jwks
      ?.keys ?? []
  const derived = createPublicKey(createPrivateKey({ key: { ...priv }, format: 'jwk' })).export({ format: 'jwk' })
  expect(pub).toMatchObject(derived)
  expect(pub?.kid).toBe(priv?.kid)
  expect(seededPrivateKey('taxi-finder')).toBeUndefined()
})

test('an unknown scenario is answered with those that there are', () => {
  expect(() => buildScenarioSeed('nope', 1)).toThrow(
    'There is no scenario "nope". There are: organizer, world-mappers, living-room-tv, print-shop, legacy-desk, agents.',
  )
})
