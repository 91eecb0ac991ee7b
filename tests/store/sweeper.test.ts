import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { createSweeper, GRACE, SLICE } from '../../electron/core/store/sweeper.ts'
import { NOW, PLACES } from './support.ts'

describe.each(PLACES)('the sweeper $place', ({ open }) => {
  test('removes what ended longer ago than the grace, and nothing else', async () => {
    const store = open()
    store.records.upsert('AccessToken', 'over', {}, NOW - GRACE - 1)
    store.records.upsert('AccessToken', 'just-over', {}, NOW - 1)
    store.records.upsert('AccessToken', 'live', {}, NOW + 60)
    store.records.upsert('AccessToken', 'for-ever', {}, undefined)
    store.revokedTokens.add('over', NOW - GRACE - 1)
    store.revokedTokens.add('live', NOW + 60)
    expect(await store.sweep()).toBe(2)
    expect(store.records.find('AccessToken', 'over')).toBeUndefined()
    for (const id of ['just-over', 'live', 'for-ever']) expect(store.records.find('AccessToken', id)).toBeDefined()
    expect([store.revokedTokens.has('over'), store.revokedTokens.has('live')]).toEqual([false, true])
    expect(await store.sweep()).toBe(0)
  })

  test('lets other work in between its slices', async () => {
    const store = open()
    const total = 4 * SLICE + 1
    store.transaction(() => {
      for (let number = 0; number < total; number += 1)
        store.records.upsert('Session', `${number}`, {}, NOW - GRACE - 1)
    })
    let over = false
    const sweeping = store.sweep().finally(() => (over = true))
    const counts = new Set<number>()
    while (!over) {
      counts.add(store.records.count('Session'))
      store.records.upsert('AccessToken', 'live', {}, NOW + 60)
      await store.durable()
      await nextTurn()
    }
    expect(await sweeping).toBe(total)
    expect([...counts]).toEqual(expect.arrayContaining([3, 2, 1].map((slices) => slices * SLICE + 1)))
    expect(store.records.count('AccessToken')).toBe(1)
  })

  test('keeps what was consumed until it has expired, so that its reuse is noticed', async () => {
    const store = open()
    store.records.upsert('RefreshToken', 'used', {}, NOW + 60)
    store.records.consume('RefreshToken', 'used')
    expect(await store.sweep()).toBe(0)
    expect(store.records.find('RefreshToken', 'used')?.consumedAt).toBe(NOW)
  })
})

describe('the sweeper by itself', () => {
  test('comes back every minute, tells of a failure, and stops when it is closed', async () => {
    vi.useFakeTimers()
    const removeExpired = vi.fn<(before: number, limit: number) => number>(() => 0)
    const onProblem = vi.fn<(problem: unknown) => void>()
    const sweeper = createSweeper({ tables: [removeExpired], now: () => NOW, onProblem })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(removeExpired).toHaveBeenCalledTimes(1)
    expect(removeExpired).toHaveBeenCalledWith(NOW - GRACE, SLICE)
    removeExpired.mockImplementationOnce(() => {
      throw new Error('the disk is full')
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onProblem).toHaveBeenCalledWith(new Error('the disk is full'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(removeExpired).toHaveBeenCalledTimes(3)
    sweeper.close()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(removeExpired).toHaveBeenCalledTimes(3)
    vi.useRealTimers()
  })
})
