import { describe, expect, it } from 'vitest'

import type { ExchangeSummary, Handover } from '#shared/model/exchange.ts'

import { ACTOR_NAMES } from '../../../../components/actor.ts'
import { buildDiagram, exchangeOfMessage } from './build-diagram.ts'

const ISSUER = 'http://localhost:4400'
const program = { issuer: ISSUER, ports: { issuer: 4400, screens: 4401 } }

function exchange(id: number, rest: Partial<ExchangeSummary>): ExchangeSummary {
  return {
    id,
    direction: 'in',
    startedAt: id,
    endpoint: 'token',
    method: 'POST',
    url: `${ISSUER}/token`,
    status: 200,
    ...rest,
  }
}

function draw(exchanges: readonly ExchangeSummary[], handovers: readonly (readonly [number, Handover])[] = []) {
  return buildDiagram(exchanges, { names: ACTOR_NAMES, program, handovers: new Map(handovers) })
}

const AUTHORIZE = exchange(1, { endpoint: 'authorization', method: 'GET', url: `${ISSUER}/authorize?x=1`, status: 303 })
const HANDOVER: Handover = {
  url: 'http://localhost:3000/callback',
  via: 'query',
  parameters: { code: 'abc', state: 's' },
}

describe('a sign-in as a diagram', () => {
  it('has two messages for each exchange, and the lanes of those who took part', () => {
    const { lanes, messages } = draw([AUTHORIZE, exchange(2, {})])
    expect(lanes.map(({ id }) => id)).toEqual(['browser', 'client', 'issuer'])
    expect(messages.map(({ from, to, label }) => `${from} > ${to}: ${label}`)).toEqual([
      'browser > issuer: GET /authorize',
      'issuer > browser: 303 redirect',
      'client > issuer: POST /token',
      'issuer > client: 200',
    ])
    expect(messages.map(({ id }) => exchangeOfMessage(id))).toEqual([1, 1, 2, 2])
  })

  it('shows the redirect that went to the application, which nobody recorded', () => {
    const { messages } = draw([AUTHORIZE, exchange(2, {})], [[1, HANDOVER]])
    expect(messages[2]).toMatchObject({ from: 'browser', to: 'client', label: 'GET /callback?code', state: 'done' })
    expect(exchangeOfMessage(messages[2]?.id ?? '')).toBe(1)
  })

  it('shortens what was made up, and names what an application has', () => {
    const page = exchange(1, {
      endpoint: 'interaction',
      method: 'GET',
      url: `${ISSUER}/interaction/cYG_SofRVGRcYDbD8FFE3/login`,
    })
    expect(draw([page]).messages[0]?.label).toBe('GET /interaction/cYG_…/login')
    const other = exchange(1, { endpoint: 'device_authorization', url: `${ISSUER}/device_authorization` })
    expect(draw([other]).messages[0]?.label).toBe('POST /device_authorization')
  })

  it('shows it once where it was recorded', () => {
    const callback = exchange(2, { endpoint: 'callback', method: 'GET', url: 'http://localhost:4401/callback?code=a' })
    expect(draw([AUTHORIZE, callback], [[1, HANDOVER]]).messages).toHaveLength(4)
  })

  it('shows what was refused, and what never was answered', () => {
    const refused = exchange(1, { status: 400, error: { code: 'invalid_grant' } })
    const lost = exchange(2, { status: undefined })
    expect(draw([refused, lost]).messages.filter(({ isAnswer }) => isAnswer)).toMatchObject([
      { label: '400 invalid_grant', state: 'failed' },
      { label: 'cut off', state: 'failed' },
    ])
  })
})
