import { describe, expect, it, onTestFinished } from 'vitest'

import type { ExchangePageRequest } from '#shared/model/exchange.ts'

import { packExchange } from '../../electron/core/recorder/packed-exchange.ts'
import { NO_BODY, type RawExchange } from '../../electron/core/recorder/raw-exchange.ts'
import { createWriter } from '../../electron/core/recorder/writer.ts'
import { openTrafficStore } from '../../electron/core/store/traffic/traffic-store.ts'

interface Made {
  readonly path?: string
  readonly sent?: string
  readonly got?: string
  readonly html?: string
  readonly headers?: readonly string[]
  readonly status?: number
  readonly client_id?: string
  readonly user?: string
  readonly startedAt?: number
  readonly error?: string
}

function make({
  path = '/token',
  sent = '',
  got = '',
  html,
  headers = [],
  status = 200,
  client_id,
  user,
  startedAt = 0,
  error,
}: Made): RawExchange {
  const body = (text: string) =>
    text === '' ? NO_BODY : { text, encoding: 'utf8' as const, size: Buffer.byteLength(text) }
  return {
    direction: 'in',
    startedAt,
    duration: 1,
    method: 'POST',
    url: `http://localhost:4400${path}`,
    httpVersion: '1.1',
    requestHeaders: ['Content-Type', 'application/x-www-form-urlencoded', ...headers],
    requestBody: body(sent),
    status,
    head: `HTTP/1.1 ${status} X\r\nContent-Type: ${html === undefined ? 'application/json' : 'text/html'}\r\n`,
    responseBody: body(html ?? got),
    complete: true,
    remoteAddress: '127.0.0.1',
    remotePort: 1,
    cause: 0,
    annotation: { client_id, user, ...(error !== undefined && { error: { code: 'invalid_grant', reason: error } }) },
  }
}

function store(...made: readonly Made[]) {
  const traffic = openTrafficStore(undefined)
  onTestFinished(() => traffic.close())
  createWriter(traffic, '').write(
    made.map((each) => packExchange(make(each))),
    0,
  )
  return {
    ...traffic,
    ids: (request: Partial<ExchangePageRequest>) => traffic.page({ limit: 100, ...request }).items.map(({ id }) => id),
  }
}

describe('a search', () => {
  it('finds words of addresses, parameters, headers, bodies and reasons', () => {
    const { ids } = store(
      { path: '/authorize?ui_hint=needle1' },
      { sent: 'scope=needle2+openid' },
      { headers: ['Authorization', 'Bearer needle3.abc', 'X-Needle-4', 'yes'] },
      { got: '{"a":["needle5"]}' },
      { status: 400, error: 'the needle6 does not fit' },
      { html: '<style>needle8</style><p class="needle9">The <b>needle7</b> page' },
    )
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ids({ search: n === 4 ? 'x-needle-4' : `needle${n}` }))).toEqual([
      [1],
      [2],
      [3],
      [3],
      [4],
      [5],
      [6],
      [],
      [],
    ])
  })

  it('wants every word, takes the beginning of one, and does not mind case, accents or order', () => {
    const { ids } = store({ got: '{"place":"Zürich","name":"Łódź"}' }, { got: '{"place":"Zurich"}' })
    expect(ids({ search: 'ZURICH' })).toEqual([2, 1])
    expect(ids({ search: 'zür plac' })).toEqual([2, 1])
    expect(ids({ search: 'name zurich' })).toEqual([1])
    expect(ids({ search: 'zurich nowhere' })).toEqual([])
    expect(ids({ search: 'urich' })).toEqual([])
  })

  it('finds what was sent percent-encoded, as it means', () => {
    const { ids } = store({ sent: 'scope=read%3Acontacts+openid&name=M%C3%A1laga' }, { path: '/x?broken=%E0%A4%A' })
    expect(ids({ search: 'read:contacts málaga' })).toEqual([1])
    expect(ids({ search: 'broken' })).toEqual([2])
  })

  it('finds a token by its beginning and whole', () => {
    const token = `eyJhbGciOiJSUzI1NiJ9.${'aB3-_x'.repeat(60)}.c2ln-_${'Z'.repeat(200)}`
    const { ids } = store(
      { got: `{"access_token":"${token}"}` },
      { got: '{"access_token":"eyJhbGciOiJSUzI1NiJ9.other.sig"}' },
    )
    expect(ids({ search: token })).toEqual([1])
    expect(ids({ search: token.slice(0, 60) })).toEqual([1])
    expect(ids({ search: 'eyJhbGciOiJSUzI1NiJ9' })).toEqual([2, 1])
  })

  it.each([
    ['"'],
    ['""'],
    ['"needle'],
    ['needle"'],
    ['nee*'],
    ['needle AND'],
    ['NOT needle'],
    ['needle OR nothing'],
    ['needle NEAR'],
    ['text:needle'],
    ['{text}: needle'],
    ['^needle'],
    ['(needle'],
    ['needle)'],
    ['needle + needle'],
    ["needle'; DROP TABLE exchanges; --"],
    ['needle\0x'],
    ['\u{E000}e746f6b656e'],
    ['💡 needle'],
    ['%'],
    ['_'],
    ['\\'],
    ['needle -x'],
  ])('takes %j as it stands and never fails', (search) => {
    const { ids, stats } = store({ got: '{"a":"needle x and or not nothing near text drop table exchanges"}' })
    expect(() => ids({ search })).not.toThrow()
    expect(stats().stored).toBe(1)
  })

  it('of nothing finds everything, and of signs alone nothing', () => {
    const { ids } = store({ got: '{}' }, { got: '{}' })
    expect(ids({ search: '' })).toEqual([2, 1])
    expect(ids({ search: '  \t\n' })).toEqual([2, 1])
    expect(ids({ search: '"' })).toEqual([])
    expect(ids({ search: '+++ --' })).toEqual([])
  })

  it('may be very long', () => {
    const { ids } = store({ got: '{"a":"needle"}' })
    expect(ids({ search: 'needle '.repeat(100_000) })).toEqual([1])
    expect(ids({ search: 'x'.repeat(2_000_000) })).toEqual([])
    expect(ids({ search: '- '.repeat(500_000) })).toEqual([])
  })

  it('does not find the marks that filters use', () => {
    const { ids } = store({ path: '/x', client_id: 'app', user: 'alice' })
    for (const search of ['617070', 'c617070', '\u{E000}', '\u{E000}c617070', 'u616c', 'f66616c7365']) {
      expect([search, ids({ search })]).toEqual([search, []])
    }
  })
})

describe('filters', () => {
  const world = () =>
    store(
      { client_id: 'app', user: 'alice', got: '{"a":"word"}', startedAt: 1000 },
      { client_id: 'app', user: 'bob', status: 400, error: 'word', startedAt: 2000 },
      { client_id: 'other "app"', user: 'Zoë', path: '/jwks', startedAt: 3000, got: '{"a":"word"}' },
      { client_id: 'app', status: 503, startedAt: 4000 },
      { path: '/jwks', status: 404, startedAt: 5000, got: '{"a":"word"}' },
    )

  it.each<[string, Partial<ExchangePageRequest>, number[]]>([
    ['application', { client_id: 'app' }, [4, 2, 1]],
    ['application with signs', { client_id: 'other "app"' }, [3]],
    ['user', { user: 'Zoë' }, [3]],
    ['nobody', { user: 'zoe' }, []],
    ['endpoint', { endpoint: 'jwks' }, [5, 3]],
    ['status', { status: 400 }, [2]],
    ['class of status', { status: 4 }, [5, 2]],
    ['error', { hasError: true }, [5, 4, 2]],
    ['no error', { hasError: false }, [3, 1]],
    ['since', { since: 3000 }, [5, 4, 3]],
    ['until', { until: 3000 }, [2, 1]],
    ['a span', { since: 2000, until: 4000 }, [3, 2]],
    ['an empty span', { since: 4000, until: 2000 }, []],
    ['all at once', { client_id: 'app', user: 'bob', status: 4, hasError: true, since: 0, until: 9000 }, [2]],
  ])('%s, alone and with a search', (_name, filter, expected) => {
    const { ids } = world()
    expect(ids(filter)).toEqual(expected)
    expect(ids({ ...filter, search: 'wor' })).toEqual(expected.filter((id) => id !== 4))
  })

  it('by sign-in, alone and with a search', () => {
    const { ids, page } = world()
    const signIn = page({ limit: 1, status: 400 }).items[0]?.signIn
    expect(signIn).toBeDefined()
    expect(ids({ signIn })).toEqual([2])
    expect(ids({ signIn, search: 'word' })).toEqual([2])
    expect(ids({ signIn: 'none', search: 'word' })).toEqual([])
  })
})

describe('pages', () => {
  it.each([{}, { search: 'word' }, { client_id: 'app' }, { search: 'word', client_id: 'app' }])(
    'by cursor give everything once, both ways: %j',
    (filter) => {
      const { page } = store(
        ...Array.from({ length: 23 }, (_, n) => ({
          client_id: n % 2 === 0 ? 'app' : 'other',
          got: n % 3 === 0 ? '{"a":"word"}' : '{}',
        })),
      )
      const all = page({ ...filter, limit: 100 }).items.map(({ id }) => id)
      for (const direction of ['before', 'after'] as const) {
        const seen: number[] = []
        let next: number | undefined = direction === 'before' ? 1_000 : 0
        while (next !== undefined) {
          const found = page({ ...filter, limit: 4, [direction]: next })
          expect(found.items.length).toBeLessThanOrEqual(4)
          seen.push(...found.items.map(({ id }) => id))
          next = found.next
        }
        expect(seen).toEqual(direction === 'before' ? all : all.toReversed())
      }
    },
  )

  it('have no next when the last one is full', () => {
    const { page } = store({}, {}, {})
    expect(page({ limit: 3 }).next).toBeUndefined()
    expect(page({ limit: 2 }).next).toBe(2)
  })
})

describe('whole exchanges', () => {
  it('come oldest first, as many as wanted, and as they were', () => {
    const large = 'Grüße '.repeat(2_000)
    const { collect, get } = store({ got: '{"a":1}' }, { got: JSON.stringify({ large }) }, { got: '{"a":1}' })
    expect(collect({ search: 'a' }, 1).map(({ id }) => id)).toEqual([1])
    expect(collect({ ids: [3, 2, 77] }, 10).map(({ id }) => id)).toEqual([2, 3])
    const found = get(2)
    expect(found?.response === 'aborted' ? '' : found?.response.body.text).toBe(JSON.stringify({ large }))
  })
})
