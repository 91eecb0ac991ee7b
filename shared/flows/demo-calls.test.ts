import { expect, it } from 'vitest'

import agents from '../../resources/scenarios/agents.json' with { type: 'json' }
import organizer from '../../resources/scenarios/organizer.json' with { type: 'json' }
import printShop from '../../resources/scenarios/print-shop.json' with { type: 'json' }
import worldMappers from '../../resources/scenarios/world-mappers.json' with { type: 'json' }
import { DEMO_APIS } from '../model/demo-api.ts'
import { demoCalls, withCalls } from './demo-calls.ts'

const ISSUER = 'http://localhost:4400'

it.each(
  [agents, organizer, printShop, worldMappers].flatMap(({ apis }) => apis.map((api) => [api.name, api] as const)),
)('%s has calls that its scopes allow, and more than one scope to tell apart', (_name, api) => {
  const { calls = [] } = withCalls(ISSUER, api)
  const scopes = new Set(calls.map(({ scope }) => scope))
  expect([...scopes].filter((scope) => !api.scopes.some(({ name }) => name === scope))).toEqual([])
  expect(scopes.size).toBeGreaterThan(1)
  const { name } = DEMO_APIS.find(({ identifier }) => identifier === api.identifier) ?? {}
  for (const { url } of calls) expect(url).toMatch(`${ISSUER}/apis/${name}/`)
})

it('an API that is not served here has none', () => {
  expect(demoCalls(ISSUER, 'https://api.example.com')).toBeUndefined()
  expect(withCalls(ISSUER, { identifier: 'https://api.example.com', name: 'Mine' })).toMatchObject({ calls: undefined })
})
