import { setInterval } from 'node:timers/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Bridge, connectFrames } from '#shared/frames/connect-frames.ts'
import type { Payload } from '#shared/contract/events.ts'

import { until } from '../protocol/support.ts'
import { createFlaky } from './support/flaky.ts'
import { createLiveList } from './support/live-list.ts'
import { createTraffic } from './support/traffic.ts'
import { openWire } from './support/wire.ts'
import type { World } from './support/world.ts'
import { CARRIERS } from './support/worlds.ts'

/** Events of a ring that the property's traffic leaves behind now and then. */
const SMALL_RING = 6
const AT_ONCE = { firstWait: 1, longestWait: 5 }

describe.each(CARRIERS)('over %s', (_carrier, createWorld) => {
  let world: World
  let traffic: ReturnType<typeof createTraffic>

  beforeAll(async () => {
    world = await createWorld()
    traffic = createTraffic(world.core.issuer)
  })
  afterAll(async () => {
    traffic.close()
    await world[Symbol.asyncDispose]()
  })

  async function connected(): Promise<Bridge> {
    const bridge = connectFrames(world.carrier, AT_ONCE)
    await bridge.call('shell.get', {})
    return bridge
  }

  /** What is told until the work is done and `changed` tells of a settings change made after it. */
  async function changesDuring(work: (bridge: Bridge) => Promise<unknown>): Promise<readonly string[]> {
    const bridge = await connected()
    const told: string[] = []
    // What is changed by hand is told of the history, too.
    bridge.listen('changed', ({ what }) => void (what !== 'history' && told.push(what)))
    await work(bridge)
    await world.core.call('settings.change', { changes: { lifetimes: { accessToken: 100 + told.length } } })
    await until(
      async () => told.at(-1),
      (what) => what === 'settings',
    )
    bridge.close()
    return told.slice(0, -1)
  }

  test('every exchange is told once, in order, with what a list shows', async () => {
    const bridge = await connected()
    const told: Payload<'exchange.recorded'>[] = []
    bridge.listen('exchange.recorded', (exchange) => void told.push(exchange))
    for (let index = 0; index < 5; index += 1) await traffic.ask()
    await until(
      async () => told.length,
      (length) => length >= 5,
    )
    const { items } = await bridge.call('exchanges.list', { limit: 5 })
    expect(told).toEqual([...items].reverse())
    bridge.close()
  })

  test('a change is told whichever door it came by', async () => {
    const { api, token } = world.core
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ client_name: 'New', redirect_uris: ['http://localhost:5173/cb'] })
    expect(await changesDuring(() => fetch(`${api}/clients`, { method: 'POST', headers, body }))).toEqual(['clients'])
    expect(await changesDuring((bridge) => bridge.call('users.remove', { username: 'bob' }))).toEqual(['users'])
    expect(await changesDuring(() => world.core.rotateKey('ES256'))).toEqual(['keys'])
  })

  test('that exchanges were deleted is told whichever door it came by', async () => {
    await traffic.askMany(2)
    await world.core.recorder.flush()
    const { api, token } = world.core
    const init = { method: 'DELETE', headers: { authorization: `Bearer ${token}` } }
    expect(await changesDuring(() => fetch(`${api}/exchanges`, init))).toEqual(['exchanges'])
    await traffic.ask()
    expect(await changesDuring((bridge) => bridge.call('exchanges.remove', {}))).toEqual(['exchanges'])
    expect(await changesDuring((bridge) => bridge.call('exchanges.remove', {}))).toEqual([])
  })

  test('a change is told to a page by the time that the page has its answer, or soon after', async () => {
    const bridge = await connected()
    const told = Promise.withResolvers<string>()
    bridge.listen('changed', ({ what }) => what !== 'history' && told.resolve(what))
    await bridge.call('apis.remove', { identifier: 'https://organizer.test/api' })
    expect(await told.promise).toBe('apis')
    bridge.close()
  })

  test('a flood arrives whole and in few frames, and calls are answered meanwhile', async () => {
    const COUNT = 1500
    const wire = await openWire(world.carrier)
    wire.send({ kind: 'listen' })
    await wire.find('listening')
    const first = traffic.count() + 1
    const flood = traffic.askMany(COUNT)
    wire.send({ kind: 'call', id: 1, name: 'clients.list', input: {} })
    await wire.find('result')
    await flood
    const numbers = () =>
      wire.frames
        .flatMap((frame) => (frame.kind === 'events' ? frame.events : []))
        .flatMap(({ name, payload }) => {
          const number = name === 'exchange.recorded' && traffic.numberOf((payload as { url: string }).url)
          return typeof number === 'number' && number >= first ? [number] : []
        })
    await until(
      async () => numbers().length,
      (length) => length >= COUNT,
      30_000,
    )
    expect(numbers().toSorted((a, b) => a - b)).toEqual(Array.from({ length: COUNT }, (_, index) => first + index))
    const seqs = wire.frames.flatMap((frame) => (frame.kind === 'events' ? frame.events : [])).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => (seqs[0] ?? 0) + index))
    expect(wire.frames.length).toBeLessThan(COUNT / 4)
    // Asked when the flood began, answered long before its end.
    expect(wire.frames.findIndex(({ kind }) => kind === 'result')).toBeLessThan(wire.frames.length / 2)
    wire.close()
  })

  test('a page that does not read costs no memory, and is told that it missed something', async () => {
    await using small = await createWorld({ mostEvents: 10 })
    const wire = await openWire(small.carrier)
    wire.send({ kind: 'listen' })
    await wire.find('listening')
    small.setReading(false)
    const before = memory()
    let emitted = 0
    // At a pace at which each would be sent.
    for await (const _ of setInterval(30)) {
      small.events.emit('callback.received', { url: `${(emitted += 1)}`.padEnd(2_000_000, 'x') })
      if (emitted === 100) break
    }
    // Of 200 MB, the ring has 20, and no more than a few are on their way.
    expect(memory() - before).toBeLessThan(90)
    small.setReading(true)
    const { seq } = await wire.find('listening', ({ missed }) => missed)
    expect(seq).toBeGreaterThan(90)
    small.events.emit('callback.received', { url: 'the last' })
    await wire.find('events', ({ events }) => JSON.stringify(events.at(-1)).includes('the last'))
    wire.close()
  })
})

describe.each(CARRIERS)('over %s, whenever the connection goes', (_carrier, createWorld) => {
  interface Step {
    readonly requests: number
    readonly cutAfter: number
    /** Until the requests are through, the program cannot be reached again. */
    readonly staysAway: boolean
  }

  const steps = fc.array(
    fc.record({ requests: fc.integer({ min: 1, max: 8 }), cutAfter: fc.nat({ max: 4 }), staysAway: fc.boolean() }),
    { minLength: 1, maxLength: 6 },
  )

  async function follow(world: World, plan: readonly Step[]) {
    const traffic = createTraffic(world.core.issuer, 1)
    const flaky = createFlaky(world.carrier)
    const bridge = connectFrames(flaky.carrier, AT_ONCE)
    await bridge.call('shell.get', {})
    const list = createLiveList(bridge)
    const { recorded: before } = await world.core.recorder.stats()
    for (const { requests, cutAfter, staysAway } of plan) {
      flaky.cutAfter(cutAfter)
      flaky.setAway(staysAway)
      await traffic.askMany(requests)
      await world.core.recorder.flush()
    }
    flaky.cutAfter(Number.POSITIVE_INFINITY)
    flaky.setAway(false)
    const { recorded } = await world.core.recorder.stats()
    const all = Array.from({ length: recorded - before }, (_, index) => before + 1 + index)
    await until(
      async () => all.filter((id) => !list.known.has(id)),
      (missing) => missing.length === 0,
    )
    bridge.close()
    traffic.close()
    return { all, told: list.told.filter((id) => id > before), resyncs: list.resyncs }
  }

  test('nothing is missed and nothing is told twice', async () => {
    await using world = await createWorld()
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const { all, told, resyncs } = await follow(world, plan)
        expect(told).toEqual(all)
        expect(resyncs).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('what is gone for good is fetched again, and nothing is told twice', async () => {
    await using world = await createWorld({ mostEvents: SMALL_RING })
    let resynced = 0
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const { told, resyncs } = await follow(world, plan)
        expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b))
        resynced += resyncs
      }),
      { numRuns: 40 },
    )
    expect(resynced).toBeGreaterThan(0)
  })
})

/** In megabytes, whatever kind it is of. */
function memory(): number {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + external + arrayBuffers) / 1024 / 1024
}
