import { describe, expect, it } from 'vitest'

import { defaultChoice } from '#shared/flows/choice.ts'
import { buildSteps, findFlow } from '#shared/flows/flows.ts'
import type { Step } from '#shared/flows/flow.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import { countDone, firstDetail, isWorthALook, liveIndex } from './walk.ts'

function step(id: string): Step {
  const flow = findFlow('authorization-code-pkce')
  const found = flow && buildSteps(flow, defaultChoice(flow)).find((one) => one.id === id)
  if (!found) throw new Error(`there is no step ${id}`)
  return found
}

function stepRun(run: Partial<StepRun> = {}): StepRun {
  return { id: 'x', state: 'current', checks: [], learned: [], exchanges: [], ...run }
}

const draft = { method: 'GET', url: 'http://localhost:4400/authorize', headers: [] }
const check = { id: 'state', title: 'state', outcome: 'passed', spec: { label: '', href: '' } } as const

describe('one looks first', () => {
  it('at the request that is about to be sent', () => {
    expect(firstDetail(step('token-request'), stepRun({ draft }))).toBe('request')
    expect(firstDetail(step('authorization-request'), stepRun({ draft }))).toBe('request')
  })

  it('at what it is about, where there is nothing to send yet', () => {
    expect(firstDetail(step('token-request'), stepRun({ state: 'coming' }))).toBe('explain')
    expect(firstDetail(step('sign-in'), stepRun())).toBe('explain')
  })

  it('at what came back, or why nothing did', () => {
    const answer = { status: 200, statusText: 'OK', headers: [], body: '' }
    expect(firstDetail(step('token-request'), stepRun({ draft, answer }))).toBe('response')
    expect(firstDetail(step('authorization-request'), stepRun({ draft, failure: 'no', state: 'failed' }))).toBe(
      'response',
    )
    expect(firstDetail(step('check-id-token'), stepRun({ checks: [check], state: 'done' }))).toBe('response')
  })
})

it('what came of a call is worth a look, a random value is not', () => {
  expect(isWorthALook(step('token-request'), stepRun())).toBe(true)
  expect(isWorthALook(step('make-state'), stepRun({ learned: ['state'] }))).toBe(false)
  expect(isWorthALook(step('check-id-token'), stepRun({ checks: [check] }))).toBe(true)
})

it('at the end the last step is looked at', () => {
  const steps = [stepRun({ state: 'done' }), stepRun({ state: 'skipped' }), stepRun({ state: 'failed' })]
  expect(liveIndex({ position: 3, steps })).toBe(2)
  expect(liveIndex({ position: 1, steps })).toBe(1)
  expect(countDone({ steps })).toBe(2)
})
