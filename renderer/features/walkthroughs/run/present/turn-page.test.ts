import { describe, expect, it } from 'vitest'

import type { StepRun } from '#shared/model/flow-run.ts'

import { detailOf, pageAfter, pageBefore } from './turn-page.ts'

const NOTHING = { checks: [], learned: [], exchanges: [] } as const
const DRAFT = { method: 'POST', url: 'http://issuer/token', headers: [] }
const ANSWER = { status: 200, statusText: 'OK', headers: [], body: '{}' }

const made: StepRun = { ...NOTHING, id: 'make', state: 'done', learned: ['state'] }
const answered: StepRun = { ...NOTHING, id: 'ask', state: 'done', draft: DRAFT, answer: ANSWER }
const next: StepRun = { ...NOTHING, id: 'again', state: 'current', draft: DRAFT }
const coming: StepRun = { ...NOTHING, id: 'later', state: 'coming' }
const run = { position: 2, steps: [made, answered, next, coming] }

describe('the pages of a run', () => {
  it('show of a request that was answered what was sent, and then what came', () => {
    expect(pageAfter(run, { index: 0, half: 'response' })).toEqual({ index: 1, half: 'request' })
    expect(pageAfter(run, { index: 1, half: 'request' })).toEqual({ index: 1, half: 'response' })
    expect(pageBefore(run, { index: 2, half: 'request' })).toEqual({ index: 1, half: 'response' })
  })

  it('begin with the first step, and end where the walk is', () => {
    expect(pageBefore(run, { index: 0, half: 'response' })).toBeUndefined()
    expect(pageAfter(run, { index: 2, half: 'request' })).toBeUndefined()
  })

  it('go back from a step that was looked at ahead of its turn', () => {
    expect(pageBefore(run, { index: 3, half: 'request' })).toEqual({ index: 2, half: 'request' })
  })

  it('of a run that is over end with what the last step brought', () => {
    const over = { position: 2, steps: [made, answered] }
    expect(pageAfter(over, { index: 1, half: 'request' })).toEqual({ index: 1, half: 'response' })
    expect(pageAfter(over, { index: 1, half: 'response' })).toBeUndefined()
  })

  it('name the half only where there are two', () => {
    expect(detailOf({ index: 1, half: 'request' }, run)).toBe('request')
    expect(detailOf({ index: 0, half: 'response' }, run)).toBeUndefined()
  })
})
