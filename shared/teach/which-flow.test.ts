import { describe, expect, it } from 'vitest'

import { checkChoice, defaultChoice, fitLayers, isPossible } from '../flows/choice.ts'
import { demoCalls } from '../flows/demo-calls.ts'
import type { Choice, LayerId } from '../flows/flow.ts'
import { findFlow } from '../flows/flows.ts'
import type { ClientMetadata } from '../model/client.ts'
import agents from '../../resources/scenarios/agents.json' with { type: 'json' }
import tv from '../../resources/scenarios/living-room-tv.json' with { type: 'json' }
import organizer from '../../resources/scenarios/organizer.json' with { type: 'json' }
import worldMappers from '../../resources/scenarios/world-mappers.json' with { type: 'json' }
import { askedQuestions, type Decision, decide, keepAnswers } from './which-flow.ts'
import type { Answers } from './which-flow/questions.ts'
import { plainText } from './rich-text.ts'

const CLIENTS = [organizer, worldMappers, tv, agents].flatMap(({ clients }) => clients as unknown as ClientMetadata[])

/** Every way through the questions, to its end. */
function listWays(answers: Answers = {}): readonly Answers[] {
  const open = askedQuestions(answers).find(({ id }) => answers[id] === undefined)
  if (open === undefined) return [answers]
  return open.options.flatMap(({ id }) => listWays({ ...answers, [open.id]: id }))
}

const WAYS = listWays().map((answers) => [Object.values(answers).join(', '), answers] as const)

function decided(answers: Answers): Decision {
  const decision = decide(answers)
  if (decision === undefined) throw new Error('no answer')
  return decision
}

describe.each(WAYS)('%s', (_name, answers) => {
  it('comes to one answer, with its reason', () => {
    const { flow, why, standards, specs, others } = decided(answers)
    expect(findFlow(flow), flow).toBeDefined()
    expect(plainText(why).length).toBeGreaterThan(80)
    expect(plainText(standards).length).toBeGreaterThan(80)
    expect(specs.length).toBeGreaterThan(0)
    expect(others.length).toBeGreaterThan(1)
    for (const other of others) {
      expect(findFlow(other.flow), other.flow).toBeDefined()
      expect(other.flow).not.toBe(flow)
    }
  })

  it('starts a walkthrough that can be walked as it is set up', () => {
    const { flow: id, setup } = decided(answers)
    const flow = findFlow(id)
    const client = CLIENTS.find(({ client_id }) => client_id === setup.client)
    if (flow === undefined || client === undefined) throw new Error(`${id} by ${setup.client} is not there`)
    const choice: Choice = {
      ...defaultChoice(flow),
      client_id: setup.client,
      api: setup.api,
      scope: setup.scope,
      layers: setup.layers as readonly LayerId[],
    }
    const api = setup.api === undefined ? undefined : { identifier: setup.api, name: setup.api }
    const served = api && { ...api, calls: demoCalls('http://localhost:4400', api.identifier) }
    const { second_client_id: second } = choice
    const parties = { second: CLIENTS.find(({ client_id }) => client_id === second) }
    expect(isPossible(choice, checkChoice(flow, choice, client, served, parties))).toBe(true)
    expect(fitLayers(flow, choice, client).layers).toEqual(choice.layers)
  })
})

it('asks no more than four questions', () => {
  for (const [, answers] of WAYS) expect(Object.keys(answers).length).toBeLessThanOrEqual(4)
})

it('leads to each walkthrough that an application of today should begin with', () => {
  expect([...new Set(WAYS.map(([, answers]) => decided(answers).flow))].toSorted()).toEqual([
    'authorization-code',
    'authorization-code-pkce',
    'ciba',
    'client-credentials',
    'device',
    'jwt-bearer',
    'mcp',
    'session-cookie',
    'token-exchange',
  ])
})

it('never advises what is discouraged', () => {
  for (const [, answers] of WAYS) expect(findFlow(decided(answers).flow)?.verdict.tone).not.toBe('bad')
})

it('puts login on exactly where somebody wants to know who is there', () => {
  const web = { person: 'yes', building: 'web', elsewhere: 'here' }
  expect(decided({ ...web, need: 'login' }).setup).toMatchObject({ api: undefined, layers: ['pkce', 'openid', 'iss'] })
  expect(decided({ ...web, need: 'api' }).setup.layers).not.toContain('openid')
  expect(decided({ ...web, need: 'both' }).setup.layers).toContain('openid')
})

it('has no answer while a question is open', () => {
  expect(decide({})).toBeUndefined()
  expect(decide({ person: 'yes', building: 'spa' })).toBeUndefined()
})

it('forgets what does not count any more, and what it does not know', () => {
  const answers = { person: 'yes', building: 'spa', backend: 'no', need: 'api' }
  expect(keepAnswers(answers)).toEqual(answers)
  expect(keepAnswers({ ...answers, person: 'no' })).toEqual({ person: 'no' })
  expect(keepAnswers({ ...answers, building: 'native' })).toEqual({ person: 'yes', building: 'native', need: 'api' })
  expect(keepAnswers({ person: 'perhaps', building: 'spa' })).toEqual({})
  expect(keepAnswers({ person: 'yes', building: 'spaceship' })).toEqual({ person: 'yes' })
})
