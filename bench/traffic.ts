/**
 * node bench/traffic.ts: how fast recorded traffic is stored and found again, with 100,000 exchanges in the file.
 * Plain Node runs it: the types are stripped.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { packExchange } from '../electron/core/recorder/packed-exchange.ts'
import { createWriter } from '../electron/core/recorder/writer.ts'
import { openTrafficStore, type TrafficStore } from '../electron/core/store/traffic/traffic-store.ts'
import type { ExchangePageRequest } from '../shared/model/exchange.ts'
import { measureMainThreadCost } from './lib/main-thread-cost.ts'
import { COMMON_WORD, makeTraffic, RARE_WORD } from './lib/realistic-traffic.ts'

const STORED = Number(process.env['EXCHANGES'] ?? 100_000)
const BATCH = 64
const CHUNK = 6_400
const ROUNDS = 50
const REACH = 50

const directory = mkdtempSync(join(tmpdir(), 'valetkey-traffic-'))
const file = join(directory, 'traffic.sqlite')
const store = openTrafficStore(file)
const tokens: string[] = []
const insertsPerSecond = fill()
const results = {
  exchanges: STORED,
  bytes: statSync(file).size,
  insertsPerSecond,
  mainThreadMicroseconds: await measureMainThreadCost(),
  queries: measureQueries(store),
}
console.log(`recording costs the thread that answers ${results.mainThreadMicroseconds} microseconds for each exchange`)
console.log(
  `stored ${STORED} exchanges, ${insertsPerSecond} per second, ${Math.round(results.bytes / STORED)} bytes each`,
)
console.table(Object.fromEntries(results.queries.map(({ name, ...figures }) => [name, figures])))
store.close()
rmSync(directory, { recursive: true })
save()

function fill(): number {
  const writer = createWriter(store, '')
  let time = 0
  for (let done = 0; done < STORED; done += CHUNK) {
    const { exchanges, tokens: made } = makeTraffic(Math.min(CHUNK, STORED - done), done)
    tokens.push(...made)
    const packed = exchanges.map(packExchange)
    const start = performance.now()
    for (let at = 0; at < packed.length; at += BATCH) writer.write(packed.slice(at, at + BATCH), 0)
    time += performance.now() - start
  }
  return Math.round(STORED / (time / 1000))
}

function measureQueries({ page, stats, get, expire }: TrafficStore) {
  const middle = Math.round(STORED / 2)
  const signIn = page({ limit: 1, client_id: 'my-todos' }).items[0]?.signIn
  const times = page({ limit: 1, before: middle }).items[0]?.startedAt ?? 0
  const token = tokens[Math.round(tokens.length / 3)] ?? ''
  const pages: Readonly<Record<string, Omit<ExchangePageRequest, 'limit'>>> = {
    'first page': {},
    'page in the middle': { before: middle },
    'oldest first': { after: 0 },
    'by application': { client_id: 'my-todos' },
    'by user': { user: 'user-33' },
    'by user who is not there': { user: 'nobody' },
    'by endpoint': { endpoint: 'introspection' },
    'by status 400': { status: 400 },
    'by status class 4': { status: 4 },
    'by sign-in': { signIn },
    'with error': { hasError: true },
    'without error': { hasError: false },
    since: { since: times },
    until: { until: times },
    'in a minute of the past': { since: times, until: times + 60_000 },
    'application, user and error': { client_id: 'my-todos', user: 'bob', hasError: true },
    'common application, rare status': { client_id: 'taxi-finder', status: 404 },
    'endpoint and user': { endpoint: 'token', user: 'user-33' },
    'search: common word': { search: COMMON_WORD },
    'search: rare word': { search: RARE_WORD },
    'search: three words': { search: 'calendar-app authorize profile' },
    'search: three common words': { search: 'localhost nosniff openid' },
    'search: word that is not there': { search: 'xylophone' },
    'search: token beginning': { search: token.slice(0, 75) },
    'search: whole token': { search: token },
    'search: one letter': { search: 'e' },
    'search: beginning of every token': { search: 'eyJ' },
    'search: umlauts': { search: 'zurich' },
    'search: common word, oldest page': { search: COMMON_WORD, before: 60 },
    'search: common word, by user': { search: COMMON_WORD, user: 'user-33' },
    'search: common word, rare status': { search: COMMON_WORD, client_id: 'taxi-finder', status: 404 },
    'search: common word, minute of the past': { search: COMMON_WORD, since: times, until: times + 60_000 },
    'search: rare word, by application': { search: RARE_WORD, client_id: 'my-todos' },
  }
  const retention = { maxCount: STORED * 2, maxAge: 100 * 365 * 24 * 3600 }
  return [
    ...Object.entries(pages).map(([name, request]) =>
      measure(name, () => page({ limit: 50, ...request }).items.length),
    ),
    measure('statistics', () => stats().stored),
    measure('one exchange', () => (get(middle) ? 1 : 0)),
    measure('nothing to expire', () => expire(retention, Date.now() / 1000, 100)),
    measure('100 expire', () => expire({ ...retention, maxCount: 1 }, Date.now() / 1000, 100)),
  ]
}

function measure(name: string, work: () => number) {
  const found = work()
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [start, busy] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(busy)
    return { wall: performance.now() - start, cpu: (user + system) / 1000 }
  })
  const wall = rounds.map((round) => round.wall)
  const p99 = quantile(wall, 0.99)
  return {
    name,
    found,
    median: quantile(wall, 0.5),
    p99,
    p99cpu: quantile(
      rounds.map(({ cpu }) => cpu),
      0.99,
    ),
    ok: p99 < REACH,
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2))
}

function save(): void {
  const folder = fileURLToPath(new URL('results/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'traffic.json'), `${JSON.stringify(results, undefined, 2)}\n`)
}
