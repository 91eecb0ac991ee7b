import { describe, expect, it } from 'vitest'

import { compareLayers } from './compare-layers.ts'
import { findFlow } from './flows.ts'
import { defaultChoice } from './choice.ts'
import type { Flow, LayerId } from './flow.ts'
import { listEveryWalk } from './testing/every-walk.ts'
import { API, CONFIDENTIAL, ISSUER } from './testing/fake-issuer.ts'

function flowOf(id: string): Flow {
  const flow = findFlow(id)
  if (!flow) throw new Error(`there is no walkthrough ${id}`)
  return flow
}

async function differenceOf(flow: Flow, layers: readonly LayerId[]) {
  const choice = { ...defaultChoice(flow), api: API.identifier, layers }
  return compareLayers(flow, choice, { issuer: ISSUER, client: CONFIDENTIAL, api: API })
}

describe('what a layer changes', () => {
  it('is the steps that it adds, and what it adds to the others', async () => {
    const [pkce] = await differenceOf(flowOf('authorization-code'), ['pkce'])
    expect(pkce?.layer.id).toBe('pkce')
    expect(
      pkce?.steps.map(({ id, what, parts }) => [id, what, parts.map((part) => `${part.what} ${part.name}`)]),
    ).toEqual([
      ['make-verifier', 'added', []],
      ['authorization-request', 'changed', ['added code_challenge', 'added code_challenge_method']],
      ['token-request', 'changed', ['added code_verifier']],
    ])
  })

  it('is measured against the layers before it', async () => {
    const differences = await differenceOf(flowOf('authorization-code'), ['openid', 'par'])
    expect(differences.map(({ layer }) => layer.id)).toEqual(['openid', 'par'])
    const [openid, par] = differences
    expect(openid?.steps.find(({ id }) => id === 'authorization-request')?.parts).toContainEqual(
      expect.objectContaining({ name: 'nonce', what: 'added' }),
    )
    const pushed = par?.steps.find(({ id }) => id === 'authorization-request')
    expect(pushed?.parts).toContainEqual(expect.objectContaining({ name: 'nonce', what: 'removed' }))
    expect(pushed?.parts).toContainEqual(expect.objectContaining({ name: 'request_uri', what: 'added' }))
  })

  it('is that more is checked, where nothing else is sent', async () => {
    const [iss] = await differenceOf(flowOf('authorization-code'), ['iss'])
    expect(iss?.steps).toEqual([
      expect.objectContaining({ id: 'authorization-response', what: 'changed', parts: [], isReadOtherwise: true }),
    ])
  })

  it.each(listEveryWalk().filter(({ choice }) => choice.layers.length > 0))(
    'is something, in $name',
    async ({ flow, choice, client }) => {
      const differences = await compareLayers(flow, choice, { issuer: ISSUER, client, api: API })
      const idle = differences.filter(({ steps }) => steps.length === 0).map(({ layer }) => layer.id)
      expect(idle).toEqual([])
    },
  )
})
