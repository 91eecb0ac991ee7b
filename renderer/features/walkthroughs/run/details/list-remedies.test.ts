import { describe, expect, it } from 'vitest'

import type { Choice, Step } from '#shared/flows/flow.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import { listRemedies } from './list-remedies.ts'

const DRAFT = { method: 'GET', url: 'http://i/authorize', headers: [] }
const CHOICE: Choice = { client_id: 'app', scope: ['read'], layers: [], user: 'alice' }
const STEPS = [
  { id: 'ask', kind: 'browser' },
  { id: 'arrive', kind: 'arrival' },
  { id: 'exchange', kind: 'call' },
] as readonly Pick<Step, 'id' | 'kind'>[] as readonly Step[]

function failing(at: number, what: Partial<StepRun>, others: Readonly<Record<number, Partial<StepRun>>> = {}) {
  const steps = STEPS.map(({ id }, index): StepRun => {
    const state = index === at ? 'failed' : 'done'
    return { id, state, checks: [], learned: [], exchanges: [], ...others[index], ...(index === at && what) }
  })
  return { run: { steps, choice: CHOICE, position: at }, steps: STEPS, index: at, allowed: 'read write' }
}

function kinds(failure: Parameters<typeof listRemedies>[0]): readonly string[] {
  return listRemedies(failure).map(({ kind }) => kind)
}

describe('what puts it right', () => {
  it('is to put the request back that was changed', () => {
    expect(kinds(failing(2, { edited: DRAFT, error: { code: 'invalid_grant' } }))).toEqual(['putBack'])
  })

  it('is to put back an earlier one, and send it again', () => {
    const [first] = listRemedies(failing(1, {}, { 0: { edited: DRAFT } }))
    expect(first).toEqual({ kind: 'putBackEarlier', step: 'ask', index: 0 })
  })

  it('is to ask again whoever said no, or did not come back', () => {
    expect(kinds(failing(1, { error: { code: 'access_denied' } }))).toEqual(['askAgain', 'walkHere'])
    expect(kinds(failing(0, { failure: 'Nobody came back.' }))).toEqual(['askAgain', 'walkHere'])
  })

  it('is to ask for the scope that the API wants, where the application may', () => {
    const answer = (scope: string) => ({
      status: 403,
      statusText: 'Forbidden',
      headers: [['www-authenticate', `Bearer error="insufficient_scope", scope="${scope}"`]] as const,
      body: '',
    })
    const error = { code: 'insufficient_scope' }
    expect(listRemedies(failing(2, { error, answer: answer('write') }))[0]).toMatchObject({
      kind: 'addScope',
      choice: { scope: ['read', 'write'] },
    })
    expect(kinds(failing(2, { error, answer: answer('delete') }))).toEqual(['openScopes', 'walkHere'])
  })

  it('is to walk here with fresh values, where something was used up', () => {
    expect(kinds(failing(2, { error: { code: 'invalid_grant' } }))).toEqual(['walkHere'])
  })

  it('is to take it again, where nothing came back', () => {
    expect(kinds(failing(2, { failure: 'The issuer cannot be reached.' }))).toEqual(['takeAgain', 'walkHere'])
  })
})
