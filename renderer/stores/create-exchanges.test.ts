import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { createExchanges } from './create-exchanges.ts'
import { createMemoryBridge } from './support/create-memory-bridge.ts'

function exchange(id: number): ExchangeSummary {
  return { id, direction: 'in', startedAt: id, endpoint: 'token', method: 'POST', url: 'http://localhost:4400/token' }
}

/** From the newest down. */
function range(newest: number, oldest: number): ExchangeSummary[] {
  return Array.from({ length: newest - oldest + 1 }, (_, index) => exchange(newest - index))
}

/** A program that has recorded so many, over the real halves of a connection; frames come when they are asked for. */
function givenRecorded(count: number, most?: number) {
  let recorded = range(count, 1)
  let waiting: (() => void)[] = []
  const line = createMemoryBridge({
    'exchanges.list'({ before = Number.POSITIVE_INFINITY, limit = 100 }) {
      const items = recorded.filter(({ id }) => id < before).slice(0, limit)
      const oldest = items.at(-1)?.id
      return { items, ...(oldest !== undefined && oldest > 1 && { next: oldest }) }
    },
    'exchanges.stats': () => ({ stored: recorded.length, recorded: recorded.length, dropped: 0, expired: 0 }),
  })
  const store = createExchanges(line.bridge, {
    schedule: (work) => waiting.push(work),
    ...(most !== undefined && { most }),
  })
  onTestFinished(() => (store.close(), line.bridge.close()))
  return {
    ...line,
    store,
    ids: () => store.getState().items.map(({ id }) => id),
    record(...ids: number[]) {
      for (const id of ids) {
        recorded = [exchange(id), ...recorded]
        line.emit('exchange.recorded', exchange(id))
      }
    },
    put: (next: ExchangeSummary[]) => (recorded = next),
    nextFrame() {
      const works = waiting
      waiting = []
      for (const work of works) work()
      return works.length
    },
  }
}

describe('the live list of exchanges', () => {
  it('begins with the newest page', async () => {
    const { store, ids } = givenRecorded(300)
    await store.getState().load()
    expect(ids()).toEqual(range(300, 201).map(({ id }) => id))
    expect(store.getState()).toMatchObject({ status: 'ready', stored: 300 })
  })

  it('puts everything that came since the last picture on the next, at once', async () => {
    const { store, ids, record, nextFrame, settle } = givenRecorded(2)
    await store.getState().load()
    const seen = vi.fn<() => void>()
    store.subscribe(seen)
    record(3, 4, 5)
    await settle()
    expect(ids()).toEqual([2, 1])
    expect(nextFrame()).toBe(1)
    expect(ids()).toEqual([5, 4, 3, 2, 1])
    expect(seen).toHaveBeenCalledOnce()
    expect(store.getState().stored).toBe(5)
  })

  it('shows nothing twice of what comes while the page is on its way', async () => {
    const { store, ids, record, nextFrame, settle } = givenRecorded(2)
    const loaded = store.getState().load()
    record(3, 4)
    await loaded
    await settle()
    nextFrame()
    expect(ids()).toEqual([4, 3, 2, 1])
  })

  it('is empty after everything was cleared, by whichever door', async () => {
    const { store, ids, put, emit } = givenRecorded(3)
    await store.getState().load()
    put([])
    emit('changed', { what: 'exchanges' })
    await vi.waitFor(() => expect(ids()).toEqual([]))
    expect(store.getState()).toMatchObject({ stored: 0 })
  })

  it('misses nothing and shows nothing twice when the line was cut', async () => {
    const { store, ids, record, cut, mend, nextFrame, asked } = givenRecorded(2)
    await store.getState().load()
    cut()
    record(3, 4)
    mend()
    await vi.waitFor(() => (nextFrame(), expect(ids()).toEqual([4, 3, 2, 1])))
    expect(asked.filter((name) => name === 'exchanges.list')).toHaveLength(1)
  })

  it('fetches the newest page again after a restart', async () => {
    const { store, ids, put, cut, mend, forget } = givenRecorded(2)
    await store.getState().load()
    cut()
    put(range(5, 3))
    forget()
    mend()
    await vi.waitFor(() => expect(ids()).toEqual([5, 4, 3]))
  })

  it('lets go of the oldest when there are more than it may hold', async () => {
    const { store, ids, record, nextFrame, settle } = givenRecorded(3, 3)
    await store.getState().load()
    record(4, 5)
    await settle()
    nextFrame()
    expect(ids()).toEqual([5, 4, 3])
    expect(store.getState()).toMatchObject({ stored: 5 })
  })

  it('asks again how many are kept now and then, since the oldest expire in silence', async () => {
    const { store, record, put, nextFrame, settle } = givenRecorded(2)
    await store.getState().load()
    record(...Array.from({ length: 600 }, (_, index) => index + 3))
    put(range(602, 583))
    await settle()
    nextFrame()
    await vi.waitFor(() => expect(store.getState().stored).toBe(20))
  })
})
