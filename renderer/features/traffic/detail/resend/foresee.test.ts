import { describe, expect, it } from 'vitest'

import type { Draft } from '#shared/flows/flow.ts'

import { foresee } from './foresee.ts'

const ISSUER = 'http://localhost:4400'
const FORM = [['content-type', 'application/x-www-form-urlencoded']] as const

function look(endpoint: 'token' | 'api' | 'authorization' | 'revocation', draft: Partial<Draft>) {
  const whole = { method: 'POST', url: `${ISSUER}/x`, headers: FORM, ...draft }
  return foresee({ exchange: { endpoint, url: whole.url }, draft: whole, own: [ISSUER] })
}

describe('sending a request again', () => {
  it.each([
    ['grant_type=authorization_code&code=a', ['usedCode']],
    ['grant_type=refresh_token&refresh_token=a', ['usedRefreshToken']],
    ['grant_type=client_credentials', []],
    ['grant_type=client_credentials&client_assertion=a', ['usedAssertion']],
    ['grant_type=password&password=…', ['masked']],
  ])('with %s foresees %j', (body, expected) => {
    expect(look('token', { body })).toEqual(expected)
  })

  it('foresees whom it would act for and what it would change', () => {
    expect(
      look('api', {
        headers: [
          ['Cookie', 'a=1'],
          ['DPoP', 'x'],
        ],
      }),
    ).toEqual(['usedProof', 'actsForPerson', 'changes'])
    expect(look('api', { method: 'GET' })).toEqual([])
    expect(look('revocation', {})).toEqual(['revokes'])
    expect(look('authorization', { method: 'GET', url: `${ISSUER}/authorize?request_uri=a` })).toEqual([
      'usedRequestUri',
    ])
  })

  it('says when it leaves this machine', () => {
    expect(look('api', { method: 'GET', url: 'https://id.example/x' })).toEqual(['elsewhere'])
    expect(look('api', { method: 'GET', url: 'http://127.0.0.1:3000/x' })).toEqual([])
  })
})
