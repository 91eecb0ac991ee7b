import { describe, expect, it } from 'vitest'

import { defaultChoice } from '#shared/flows/choice.ts'
import { buildSteps, findFlow } from '#shared/flows/flows.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import { describeMessage } from './sequence.ts'
import { buildSequence, isAnswerOf, stepOfMessage } from './build-sequence.ts'

const NAMES = { user: 'Alice', browser: 'Browser', client: 'MyTodos.io', issuer: 'Issuer', api: 'Organizer API' }

function givenCode(runs: readonly StepRun[] = [], layers: readonly 'openid'[] = []) {
  const flow = findFlow('authorization-code-pkce')
  if (!flow) throw new Error('there is no walkthrough of the code grant')
  const steps = buildSteps(flow, { ...defaultChoice(flow), layers })
  const sequence = buildSequence(flow, steps, NAMES, runs)
  return { ...sequence, said: sequence.messages.map((message) => describeMessage(sequence, message)) }
}

function stepRun(id: string, run: Partial<StepRun>): StepRun {
  return { id, state: 'coming', checks: [], learned: [], exchanges: [], ...run }
}

const answer = { status: 400, statusText: 'Bad Request', headers: [], body: '' }

describe('what travels', () => {
  it('is each step, what sends the browser, and the answer of each call', () => {
    const { said } = givenCode()
    expect(said.slice(0, 9)).toEqual([
      'MyTodos.io: state, still to come',
      'MyTodos.io: code_verifier, S256, still to come',
      'MyTodos.io to Browser: redirect, still to come',
      'Browser to Issuer: GET /authorize, still to come',
      'Alice to Issuer: sign in, still to come',
      'Alice to Issuer: consent, still to come',
      'Issuer to Browser: redirect, still to come',
      'Browser to MyTodos.io: GET /callback, still to come',
      'MyTodos.io to Issuer: POST /token, still to come',
    ])
    expect(said[9]).toBe('Issuer to MyTodos.io: tokens, still to come')
  })

  it('has an answer once there is one, and says what was wrong with it', () => {
    const current = givenCode([stepRun('token-request', { state: 'current' })])
    expect(current.said[8]).toMatch(/this step$/)
    expect(current.said[9]).toMatch(/still to come$/)
    const refused = givenCode([stepRun('token-request', { state: 'failed', answer, error: { code: 'invalid_grant' } })])
    expect(refused.said[8]).toMatch(/done$/)
    expect(refused.said[9]).toBe('Issuer to MyTodos.io: 400 invalid_grant, failed')
  })

  it('failed where nothing came back', () => {
    const { said } = givenCode([stepRun('token-request', { state: 'failed', failure: 'nobody there' })])
    expect(said[8]).toMatch(/failed$/)
    expect(said[9]).toMatch(/still to come$/)
  })

  it('names lanes that take part only', () => {
    expect(givenCode().lanes.map(({ name }) => name)).toEqual(Object.values(NAMES))
    expect(buildSequence({ lanes: ['user', 'client', 'issuer'] }, [], NAMES).lanes).toEqual([])
  })

  it('belongs to a step, each message', () => {
    const { messages } = givenCode([], ['openid'])
    const ids = messages.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const [answerId = ''] = ids.filter(isAnswerOf)
    expect(stepOfMessage(answerId)).toBe('token-request')
    expect(stepOfMessage('make-state')).toBe('make-state')
  })
})
