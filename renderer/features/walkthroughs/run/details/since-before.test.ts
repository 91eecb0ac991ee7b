import { describe, expect, it } from 'vitest'

import type { StepRun } from '#shared/model/flow-run.ts'

import { compareAnswers, compareRequests } from './since-before.ts'

function step(id: string, more: Partial<StepRun> = {}): StepRun {
  return { id, state: 'done', checks: [], learned: [], exchanges: [], ...more }
}

const FORM = [['content-type', 'application/x-www-form-urlencoded']] as const
const answer = (body: object) => ({ status: 200, statusText: 'OK', headers: [], body: JSON.stringify(body) })

const steps = [
  step('make-verifier', { learned: ['code_verifier'] }),
  step('ask', { draft: { method: 'GET', url: 'http://i/authorize?client_id=a&state=s', headers: [] } }),
  step('arrive', { arrival: { url: '', via: 'query', parameters: { code: 'c', state: 's' } } }),
  step('exchange', {
    draft: {
      method: 'POST',
      url: 'http://i/token',
      headers: FORM,
      body: 'client_id=a&code=c&code_verifier=v&grant_type=x',
    },
    answer: answer({ access_token: 't1', expires_in: 60 }),
  }),
  step('refresh', { answer: answer({ access_token: 't2', expires_in: 60, scope: 'x' }) }),
]
const known = { code_verifier: { value: 'v', from: 'make-verifier' }, code: { value: 'c', from: 'arrive' } }

describe('a request', () => {
  it('is compared with the one before it, and new values with the steps that learnt them', () => {
    const since = compareRequests({ steps, known }, 3)
    expect(since?.index).toBe(1)
    expect(since?.rows.map(({ name, what, from }) => [name, what, from])).toEqual([
      ['method', 'changed', undefined],
      ['address', 'changed', undefined],
      ['client_id', 'same', undefined],
      ['code', 'new', 2],
      ['code_verifier', 'new', 0],
      ['grant_type', 'new', undefined],
      ['state', 'gone', undefined],
    ])
  })

  it('that is the first has nothing to be compared with', () => {
    expect(compareRequests({ steps, known }, 1)).toBeUndefined()
  })
})

describe('an answer', () => {
  it('is compared with the one before it', () => {
    expect(compareAnswers({ steps, known }, 4)?.rows.map(({ name, what }) => [name, what])).toEqual([
      ['access_token', 'changed'],
      ['expires_in', 'same'],
      ['scope', 'new'],
    ])
  })

  it('is compared with what the browser brought, where that came before', () => {
    expect(compareAnswers({ steps, known }, 3)).toMatchObject({ index: 2 })
  })
})
