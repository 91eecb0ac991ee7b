import { describe, expect, it } from 'vitest'

import type { StepRun } from '#shared/model/flow-run.ts'

import { buildHashSteps, listHashes } from './hash-steps.ts'

const STEP: StepRun = { id: 'token-request', state: 'done', checks: [], learned: [], exchanges: [] }

describe('the hash of a token', () => {
  // OpenID Connect Core, appendix A.3.
  it('is the one of the example of the specification', async () => {
    const { name, encoded, left, right } = await buildHashSteps('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', 'RS256')
    expect([name, encoded]).toEqual(['SHA-256', '77QmUPtjPfzWtF2AnpK9RQ'])
    expect([left.length, right.length]).toEqual([32, 32])
  })

  it.each([
    ['ES384', 'SHA-384'],
    ['EdDSA', 'SHA-512'],
  ])('of a token by %s is by %s', async (alg, name) => {
    expect((await buildHashSteps('x', alg)).name).toBe(name)
  })
})

describe('what is hashed', () => {
  const jwt = { header: {}, claims: { at_hash: 'a', c_hash: 'c' } }

  it('is what came beside the ID token', () => {
    const answer = { status: 200, statusText: '', headers: [], body: '{"access_token":"t"}' }
    expect(listHashes(jwt, { ...STEP, answer })).toEqual([
      { claim: 'at_hash', of: 'access_token', text: 't', said: 'a' },
    ])
  })

  it('is in the address where the ID token came through the browser', () => {
    const arrival = { url: '', via: 'fragment', parameters: { code: 'k', access_token: 't' } } as const
    expect(listHashes(jwt, { ...STEP, arrival }).map(({ of }) => of)).toEqual(['access_token', 'code'])
  })
})
