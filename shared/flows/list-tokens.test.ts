import { expect, it } from 'vitest'

import { defaultChoice } from '#shared/flows/choice.ts'
import { buildSteps, findFlow } from '#shared/flows/flows.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import { listTokens } from './list-tokens.ts'

const JWT = ['{"alg":"ES256"}', '{"sub":"1"}', 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.')
const signature = { id: 'signature', title: 'Signature', outcome: 'passed', spec: { label: '', href: '' } } as const

function givenRun(): { readonly run: FlowRun; readonly steps: ReturnType<typeof buildSteps> } {
  const flow = findFlow('authorization-code-pkce')
  if (!flow) throw new Error('there is no walkthrough of the code grant')
  const choice = defaultChoice(flow)
  const steps = buildSteps(flow, choice)
  const run: FlowRun = {
    id: '1',
    flow: flow.id,
    choice,
    state: 'ready',
    createdAt: 0,
    position: 0,
    redirect_uri: '',
    steps: steps.map(({ id }) => ({
      id,
      state: 'done',
      checks: id === 'check-id-token' ? [signature] : [],
      learned: [],
      exchanges: [],
    })),
    known: {
      state: { value: 'random', from: 'make-state' },
      code: { value: 'abc', from: 'authorization-response', secret: true },
      refresh_token: { value: 'opaque', from: 'token-request', secret: true },
      id_token: { value: JWT, from: 'token-request', secret: true },
      access_token: { value: JWT, from: 'token-request', secret: true },
      expires_in: { value: 3600, from: 'token-request' },
    },
  }
  return { run, steps }
}

it('lists tokens only, the newest first, each with what became of it', () => {
  const { run, steps } = givenRun()
  const tokens = listTokens(run, steps)
  expect(tokens.map(({ name }) => name)).toEqual(['access_token', 'id_token', 'refresh_token', 'code'])
  expect(tokens[0]).toMatchObject({ context: 'access token', signature: undefined, isSecret: true })
  expect(tokens[1]).toMatchObject({ context: 'ID token', signature, jwt: { claims: { sub: '1' } } })
  expect(tokens[2]).toMatchObject({ jwt: undefined, from: 'Exchange the code for tokens' })
})
