import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { ExchangeOutline, ExchangeSummary } from '#shared/model/exchange.ts'
import { parseFilter } from '#shared/traffic/filter-text/parse-filter.ts'
import { matchesFilter } from '#shared/traffic/matches-filter.ts'

import { createMemory } from '../memory.ts'
import { createMemoryBridge } from '../support/create-memory-bridge.ts'
import { arrange, keyOf, type Order } from './arrange.ts'
import { createFollowed } from './create-followed.ts'
import { createTraffic } from './create-traffic.ts'
import { createExchangeIndex } from './exchange-index.ts'

function exchange(id: number, more: Partial<ExchangeSummary> = {}): ExchangeSummary {
  const url = 'http://localhost:4400/token'
  return { id, direction: 'in', startedAt: id, endpoint: 'token', method: 'POST', url, ...more }
}

const FAILED = { error: { code: 'invalid_grant' }, status: 400 }

/** As the store outlines them. */
function outlineOf(all: readonly ExchangeSummary[], { before = Infinity, limit = 100 } = {}): ExchangeOutline {
  const fitting = all.filter(({ id }) => id < before).toSorted((one, other) => other.id - one.id)
  const given = fitting.slice(0, limit)
  const signIns = [...new Set(given.flatMap(({ signIn }) => signIn ?? []))]
  return {
    ids: given.map(({ id }) => [id, id] as const),
    signIns,
    signIn: given.map(({ signIn }) => (signIn === undefined ? 0 : signIns.indexOf(signIn) + 1)),
    failed: given.flatMap(({ error }, place) => (error === undefined ? [] : [place])),
    ...(fitting.length > limit && { next: given.at(-1)?.id }),
  }
}

/** A program that has recorded these, over the real halves of a connection; batches come when they are asked for. */
function givenRecorded(...first: readonly ExchangeSummary[]) {
  let recorded = [...first]
  const works: (() => void)[] = []
  const line = createMemoryBridge({
    'exchanges.outline': ({ before, limit, ...filter }) =>
      outlineOf(
        recorded.filter((one) => matchesFilter(filter, one, undefined) && one.url.includes(filter.search ?? '')),
        { ...(before !== undefined && { before }), ...(limit !== undefined && { limit }) },
      ),
    'exchanges.rows': ({ ids = [] }) => ({ items: recorded.filter(({ id }) => ids.includes(id)) }),
    'exchanges.signIns': ({ signIns = [] }) => ({
      items: signIns.map((signIn) => ({ signIn, startedAt: 1, endedAt: 2, hasTokens: true, client_id: 'app' })),
    }),
    'exchanges.list': ({ after = 0, search }) => ({
      items: recorded.filter(({ id, url }) => id > after && (search === undefined || url.includes(search))),
    }),
  })
  const store = createTraffic(line.bridge, { schedule: (work) => void works.push(work), place: () => undefined })
  const end = store.open()
  onTestFinished(() => (end(), store.close(), line.bridge.close()))

  async function nextFrame(): Promise<void> {
    await line.settle()
    for (const work of works.splice(0)) work()
    await line.settle()
  }
  return {
    ...line,
    store,
    nextFrame,
    keys: () => keysOf(store.getState().list),
    put: (...next: ExchangeSummary[]) => void (recorded = next),
    show(text: string, { order = 'newest-last' as Order, isGrouped = false } = {}) {
      store.show({ ...parseFilter(text), order, isGrouped })
    },
    async record(...all: ExchangeSummary[]) {
      recorded = [...recorded, ...all]
      for (const one of all) line.emit('exchange.recorded', one)
      await nextFrame()
    },
  }
}

function keysOf(list: ReturnType<typeof arrange>): string[] {
  return Array.from({ length: list.length }, (_, place) => list.at(place)).map((entry) =>
    entry === undefined ? '?' : keyOf(entry),
  )
}

describe('the list of Traffic', () => {
  it('has everything that fits, in the order that is asked for', async () => {
    const { show, keys, nextFrame, store } = givenRecorded(exchange(1), exchange(2, FAILED), exchange(3))
    show('')
    await nextFrame()
    expect(keys()).toEqual(['1', '2', '3'])
    expect(store.getState().counts).toEqual({ exchanges: 3, signIns: 0, failures: 1 })
    show('', { order: 'newest-first' })
    expect(keys()).toEqual(['3', '2', '1'])
    show('has:error')
    await nextFrame()
    expect(keys()).toEqual(['2'])
  })

  it('takes in what is recorded if it fits, each once', async () => {
    const { show, keys, record, nextFrame } = givenRecorded(exchange(1))
    show('status:4xx')
    await nextFrame()
    await record(exchange(2, FAILED), exchange(3), exchange(4, FAILED))
    expect(keys()).toEqual(['2', '4'])
  })

  it('asks the program for what has the words that are searched for', async () => {
    const { show, keys, record, nextFrame } = givenRecorded(exchange(1, { url: 'http://localhost:4400/needle' }))
    show('needle')
    await nextFrame()
    await record(exchange(2), exchange(3, { url: 'http://localhost:4400/needle' }))
    await nextFrame()
    expect(keys()).toEqual(['1', '3'])
  })

  it('keeps back what comes while somebody reads elsewhere, and says how many', async () => {
    const { show, keys, record, nextFrame, store } = givenRecorded(exchange(1))
    show('')
    await nextFrame()
    store.setAway(true)
    await record(exchange(2), exchange(3))
    expect(keys()).toEqual(['1'])
    expect(store.getState()).toMatchObject({ waiting: 2, counts: { exchanges: 1 } })
    store.setAway(false)
    expect(keys()).toEqual(['1', '2', '3'])
    expect(store.getState().waiting).toBe(0)
  })

  it('stands still while it is paused, whatever is deleted or asked for again', async () => {
    const { show, keys, record, nextFrame, store, emit, put } = givenRecorded(exchange(1), exchange(2))
    show('')
    await nextFrame()
    store.setPaused(true)
    await record(exchange(3))
    put(exchange(2), exchange(3), exchange(4))
    emit('changed', { what: 'exchanges' })
    await nextFrame()
    expect(keys()).toEqual(['2'])
    expect(store.getState().waiting).toBe(2)
    store.setPaused(false)
    expect(keys()).toEqual(['2', '3', '4'])
  })

  it('fetches the rows that are in sight, and says of one that has expired that it is gone', async () => {
    const { show, nextFrame, store, put } = givenRecorded(exchange(1), exchange(2))
    show('')
    await nextFrame()
    put(exchange(2))
    store.need(0, 1)
    await nextFrame()
    expect([store.rowOf(1), store.rowOf(2)]).toEqual(['gone', exchange(2)])
  })

  it('groups by sign-in, which stand where they began; a group can be folded', async () => {
    const [a, b] = [{ signIn: 'a' }, { signIn: 'b' }]
    const { show, keys, nextFrame, store, record } = givenRecorded(
      exchange(1, a),
      exchange(2),
      exchange(3, b),
      exchange(4, a),
    )
    show('', { isGrouped: true })
    await nextFrame()
    expect(keys()).toEqual(['sign-in a', '1', '4', '2', 'sign-in b', '3'])
    await record(exchange(5, { ...a, ...FAILED }))
    expect(keys()).toEqual(['sign-in a', '1', '4', '5', '2', 'sign-in b', '3'])
    expect(store.getState().list.at(0)).toMatchObject({ count: 3, failures: 1, isOpen: true })
    store.toggleGroup('a')
    expect(keys()).toEqual(['sign-in a', '2', 'sign-in b', '3'])
    store.need(0, 3)
    await nextFrame()
    expect(store.signInOf('a')).toMatchObject({ client_id: 'app', hasTokens: true })
    store.setGroupsOpen(false)
    expect(keys()).toEqual(['sign-in a', '2', 'sign-in b'])
  })

  it('comes back by itself after the line was cut', async () => {
    const { show, keys, nextFrame, cut, mend, put, forget } = givenRecorded(exchange(1))
    show('')
    await nextFrame()
    cut()
    put(exchange(7), exchange(8))
    forget()
    mend()
    await vi.waitFor(() => expect(keys()).toEqual(['7', '8']))
  })
})

describe('an arrangement', () => {
  const all = fc.array(fc.record({ signIn: fc.constantFrom(undefined, 'a', 'b', 'c'), hasError: fc.boolean() }), {
    maxLength: 20,
  })

  it('finds each of its entries where it is, in every order, grouped and folded or not', () => {
    fc.assert(
      fc.property(
        all,
        fc.constantFrom<Order>('newest-first', 'newest-last'),
        fc.boolean(),
        fc.subarray(['a', 'b', 'c']),
        (entries, order, isGrouped, open) => {
          const index = createExchangeIndex()
          index.addNewer(entries.map((entry, at) => ({ ...entry, id: (at + 1) * 2 })))
          const list = arrange(index, { order, isGrouped, isOpen: (signIn) => open.includes(signIn) })
          const keys = keysOf(list)
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys.map((key) => list.find(key))).toEqual(keys.map((_, place) => place))
          expect([list.find('1'), list.find('99'), list.find('sign-in x')]).toEqual([-1, -1, -1])
          expect([list.at(-1), list.at(list.length)]).toEqual([undefined, undefined])
        },
      ),
    )
  })

  it('counts the same whether exchanges come from above, from below, or leave', () => {
    fc.assert(
      fc.property(all, fc.nat(20), fc.nat(20), (entries, split, cut) => {
        const whole = entries.map((entry, at) => ({ ...entry, id: at + 1 }))
        const summaries = whole.map(({ id, signIn, hasError }) => exchange(id, { signIn, ...(hasError && FAILED) }))
        const index = createExchangeIndex()
        index.addNewer(whole.slice(split))
        index.addOlder(outlineOf(summaries.slice(0, split)))
        expect(index.ids).toEqual(whole.map(({ id }) => id))
        index.dropBelow(cut)
        const taken = index.takeAbove(cut + 5)
        const left = whole.filter(({ id }) => id >= cut && id <= cut + 5)
        expect(taken.map(({ id }) => id)).toEqual(
          whole.filter(({ id }) => id > cut + 5 && id >= cut).map(({ id }) => id),
        )
        expect(index.counts()).toEqual({
          exchanges: left.length,
          signIns: new Set(left.flatMap(({ signIn }) => signIn ?? [])).size,
          failures: left.filter(({ hasError }) => hasError).length,
        })
      }),
    )
  })
})

describe('followed applications', () => {
  it('are remembered, and their errors are counted until somebody looks', async () => {
    const { bridge, emit, settle } = createMemoryBridge({})
    const memory = createMemory()
    const followed = createFollowed(bridge, memory)
    onTestFinished(() => (followed.close(), bridge.close()))
    followed.getState().toggle('app')
    await settle()
    emit('exchange.recorded', exchange(1, { client_id: 'app', ...FAILED }))
    emit('exchange.recorded', exchange(2, { client_id: 'other', ...FAILED }))
    emit('exchange.recorded', exchange(3, { client_id: 'app' }))
    await vi.waitFor(() => expect(followed.getState().unseen).toBe(1))
    expect(followed.getState().last?.id).toBe(1)
    followed.getState().look()
    expect(followed.getState().unseen).toBe(0)
    expect(createFollowed(bridge, memory).getState().clients).toEqual(['app'])
    followed.getState().toggle('app')
    expect(createFollowed(bridge, memory).getState().clients).toEqual([])
  })
})
