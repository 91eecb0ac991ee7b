import { describe, expect, it } from 'vitest'

import type { Check, Step } from '#shared/flows/flow.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import { listFacts } from './list-facts.ts'

const NOTHING = { id: 'token-request', state: 'done', checks: [], learned: [], exchanges: [] } as const
const DRAFT = { method: 'GET', url: 'http://issuer/authorize?client_id=a&state=s&scope=x', headers: [] }
const call = { kind: 'call', id: 'token-request' } as Step
const passed: Check = { id: 'one', title: 'one', outcome: 'passed', spec: { label: '', href: '' } }

describe('what is sent', () => {
  it('is its line and its parameters, those that were changed first', () => {
    const edited = { ...DRAFT, url: 'http://issuer/authorize?client_id=a&state=other&scope=x' }
    const facts = listFacts(call, { ...NOTHING, draft: DRAFT, edited }, {}, 'request')
    expect(facts.line).toBe('GET /authorize')
    expect(facts.values.map(({ name, isChanged }) => [name, isChanged])).toEqual([
      ['state', true],
      ['client_id', false],
      ['scope', false],
    ])
  })

  it('says of a value that it is secret where the walk knows it as one', () => {
    const known = { code_verifier: { value: 's', secret: true, from: 'make' } }
    const { values } = listFacts(call, { ...NOTHING, draft: DRAFT }, known, 'request')
    expect(values.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual(['state'])
  })
})

describe('what comes back', () => {
  const answer = { status: 400, statusText: 'Bad Request', headers: [], body: '{"error":"invalid_grant"}' }

  it('is a refusal, in the issuer’s words', () => {
    const error = { code: 'invalid_grant', description: 'grant request is invalid' }
    const step: StepRun = { ...NOTHING, state: 'failed', answer, error }
    expect(listFacts(call, step, {}, 'response')).toMatchObject({ line: '400 Bad Request', refusal: error, values: [] })
  })

  it('is cut to what can be read from the last row, the failed checks first, and what is left out is counted', () => {
    const checks = [...Array.from({ length: 9 }, () => passed), { ...passed, outcome: 'failed' } as const]
    const { checks: shown, moreChecks } = listFacts(call, { ...NOTHING, checks }, {}, 'response')
    expect(shown[0]?.outcome).toBe('failed')
    expect(shown.length + moreChecks).toBe(10)
    expect(moreChecks).toBe(3)
  })

  it('is what the answer says, where nothing was learnt from it', () => {
    const { values } = listFacts(call, { ...NOTHING, answer: { ...answer, body: '{"a":1,"b":"two"}' } }, {}, 'response')
    expect(values.map(({ name, value }) => `${name} ${value}`)).toEqual(['a 1', 'b two'])
  })
})
