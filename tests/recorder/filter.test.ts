import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'

import {
  ENDPOINTS,
  type ExchangeFilter,
  type ExchangeOutline,
  type ExchangeSummary,
  SENDERS,
} from '#shared/model/exchange.ts'
import { matchesFilter } from '#shared/traffic/matches-filter.ts'

import {
  type NewExchange,
  openTrafficStore,
  type TrafficStore,
} from '../../electron/core/store/traffic/traffic-store.ts'

const PLACE = { issuer: 'https://issuer.test', ports: { issuer: 4400 } }
const BODY = { text: '', encoding: 'utf8', size: 0, truncated: false } as const

type Few = Omit<ExchangeSummary, 'id'>

const one = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)

const summaries: fc.Arbitrary<Few> = fc.record(
  {
    direction: one('in' as const, 'out' as const),
    startedAt: fc.integer({ min: 0, max: 20 }),
    endpoint: one(...ENDPOINTS),
    method: one('GET', 'POST'),
    url: one(
      'http://localhost:4400/jwks',
      'http://127.0.0.1:4400/introspect',
      'https://issuer.test/token',
      'http://localhost:3000/jwks',
      'no address',
    ),
    client_id: one('a', 'A', 'b c'),
    user: one('alice', 'bob'),
    signIn: one('s1', 's2'),
    status: one(200, 303, 400, 404, 499, 500),
    error: one({ code: 'invalid_grant' }, { code: 'x', description: 'y' }),
  },
  { requiredKeys: ['direction', 'startedAt', 'endpoint', 'method', 'url'] },
)

const filters: fc.Arbitrary<ExchangeFilter> = fc.record(
  {
    client_id: one('a', 'b c', 'nobody'),
    user: one('alice', 'carol'),
    endpoint: one(...ENDPOINTS),
    signIn: one('s1', 's3'),
    status: one(2, 3, 4, 5, 200, 404),
    hasError: fc.boolean(),
    actor: one(...SENDERS),
    since: fc.integer({ min: 0, max: 20 }),
    until: fc.integer({ min: 0, max: 20 }),
  },
  { requiredKeys: [] },
)

function whole(summary: Few): NewExchange {
  const { method, url, status = 200 } = summary
  return {
    ...summary,
    request: { method, url, httpVersion: '1.1', headers: [], body: BODY },
    response: { status, statusText: '', headers: [], body: BODY },
  }
}

function storeOf(...all: readonly Few[]): TrafficStore {
  const store = openTrafficStore(undefined)
  onTestFinished(() => store.close())
  store.batch(() => all.forEach((summary) => store.insert(whole(summary), summary.url)))
  return store
}

const TOKEN: Few = {
  direction: 'in',
  startedAt: 1,
  endpoint: 'token',
  method: 'POST',
  url: 'http://localhost:4400/token',
}

function many(count: number, summary: Partial<Few> = {}): Few[] {
  return Array.from({ length: count }, (_, index) => ({ ...TOKEN, startedAt: index, ...summary }))
}

function idsOf({ ids }: ExchangeOutline): number[] {
  return ids.flatMap(([newest, oldest]) => Array.from({ length: newest - oldest + 1 }, (_, at) => newest - at))
}

describe('the filter', () => {
  it('lets through in the screens what the store gives, whatever was recorded', () => {
    fc.assert(
      fc.property(fc.array(summaries, { minLength: 1, maxLength: 30 }), fc.array(filters), (all, asked) => {
        const store = openTrafficStore(undefined)
        try {
          const stored = store.batch(() => all.map((summary) => store.insert(whole(summary), summary.url)))
          for (const filter of asked) {
            const wanted = stored.filter((exchange) => matchesFilter(filter, exchange, PLACE)).map(({ id }) => id)
            const given = store.page({ ...filter, place: PLACE, limit: 100 }).items.map(({ id }) => id)
            expect(given.toReversed(), JSON.stringify(filter)).toEqual(wanted)
            expect(idsOf(store.outline({ ...filter, place: PLACE, limit: 100 })).toReversed()).toEqual(wanted)
          }
        } finally {
          store.close()
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the outline of what was recorded', () => {
  it('says of every exchange its id, its sign-in and whether it failed, a part at a time', () => {
    const store = storeOf(
      { ...TOKEN, signIn: 'first' },
      TOKEN,
      { ...TOKEN, signIn: 'second', error: { code: 'invalid_grant' } },
      { ...TOKEN, signIn: 'first' },
    )
    const newest = store.outline({ limit: 3 })
    expect(newest).toEqual({ ids: [[4, 2]], signIns: ['first', 'second'], signIn: [1, 2, 0], failed: [1], next: 2 })
    expect(store.outline({ limit: 3, before: 2 })).toEqual({
      ids: [[1, 1]],
      signIns: ['first'],
      signIn: [1],
      failed: [],
    })
    expect(store.outline({ limit: 3, hasError: true })).toMatchObject({ ids: [[3, 3]] })
  })

  it('says in short what a sign-in came to', () => {
    const signIn = 'first'
    const store = storeOf(
      { ...TOKEN, signIn, startedAt: 5, endpoint: 'authorization', client_id: 'calendar-app', status: 303 },
      { ...TOKEN, signIn, startedAt: 7, duration: 3, status: 200, user: 'alice' },
      { ...TOKEN, signIn, startedAt: 8, error: { code: 'invalid_request' }, status: 400 },
      { ...TOKEN, signIn, startedAt: 9, error: { code: 'invalid_grant' }, status: 400 },
      { ...TOKEN, signIn: 'other' },
    )
    expect(store.signIns([signIn, 'nowhere'])).toEqual([
      {
        signIn,
        startedAt: 5,
        endedAt: 10,
        client_id: 'calendar-app',
        user: 'alice',
        hasTokens: true,
        error: 'invalid_grant',
      },
    ])
  })
})

describe('exchanges that were deleted and can be had back', () => {
  it('are in no answer, and come back as they were', () => {
    const store = storeOf(...many(10))
    const { removed, batch } = store.withhold({ ids: [2, 3, 99] })
    expect(removed).toBe(2)
    expect(store.stats()).toMatchObject({ stored: 8 })
    expect(store.get(2)).toBeUndefined()
    expect(store.page({ limit: 20 }).items.map(({ id }) => id)).toEqual([10, 9, 8, 7, 6, 5, 4, 1])
    expect(store.page({ limit: 20, search: 'token' }).items).toHaveLength(8)
    expect(idsOf(store.outline({ limit: 20 }))).toHaveLength(8)
    expect(store.collect({ ids: [2, 4] }, 5).map(({ id }) => id)).toEqual([4])
    expect(store.restore(batch)).toBe(2)
    expect(store.page({ limit: 20 }).items).toHaveLength(10)
    expect(store.get(2)?.id).toBe(2)
    expect(store.restore(batch)).toBe(0)
  })

  it('are all that there were, and not those that come afterwards', () => {
    const store = storeOf(...many(5))
    const { removed, batch } = store.withhold({})
    store.insert(whole(TOKEN), 'later')
    expect(removed).toBe(5)
    expect(store.page({ limit: 20 }).items.map(({ id }) => id)).toEqual([6])
    expect(store.stats().stored).toBe(1)
    expect(store.restore(batch)).toBe(5)
    expect(store.stats().stored).toBe(6)
  })

  it('go for good a slice at a time, and then nothing is restored', () => {
    const store = storeOf(...many(25))
    const { batch } = store.withhold({})
    store.insert(whole(TOKEN), 'later')
    expect([store.purge(batch, 10), store.purge(batch, 10), store.purge(batch, 10)]).toEqual([true, true, false])
    expect(store.restore(batch)).toBe(0)
    expect(store.stats().stored).toBe(1)
    expect(store.page({ limit: 50 }).items.map(({ id }) => id)).toEqual([26])
  })

  it('go in one piece when nothing is left beside them, and with everything that is deleted at once', () => {
    const store = storeOf(...many(25))
    expect(store.purge(store.withhold({}).batch, 10)).toBe(false)
    expect(store.stats().stored).toBe(0)
    store.insert(whole(TOKEN), 'later')
    const { batch } = store.withhold({ endpoint: 'token' })
    store.remove({})
    expect(store.restore(batch)).toBe(0)
    expect(store.stats().stored).toBe(0)
  })

  it('can be deleted one after another, each for itself', () => {
    const store = storeOf(...many(6))
    const first = store.withhold({ ids: [1, 2] })
    const all = store.withhold({})
    expect(all.removed).toBe(4)
    expect(store.restore(all.batch)).toBe(4)
    expect(store.restore(first.batch)).toBe(2)
  })
})
