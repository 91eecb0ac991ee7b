import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { CarrierEvents } from './bridge.ts'
import { type Bridge, connectFrames } from './connect-frames.ts'
import { LARGEST_FRAME } from './limits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Attempt {
  readonly on: CarrierEvents
  readonly sent: Readonly<Record<string, unknown>>[]
  isClosed: boolean
}

/** A carrier whose far end is the test. */
function connect() {
  const attempts: Attempt[] = []
  const bridge = connectFrames(
    {
      open(on) {
        const attempt: Attempt = { on, sent: [], isClosed: false }
        attempts.push(attempt)
        return { send: (text) => void attempt.sent.push(JSON.parse(text)), close: () => void (attempt.isClosed = true) }
      },
    },
    { firstWait: 100, longestWait: 400, callWait: 1000 },
  )
  const last = () => attempts.at(-1) as Attempt
  const frame = (content: object) => last().on.frame(JSON.stringify({ v: 1, ...content }))
  async function open(listening: object = {}): Promise<void> {
    last().on.open()
    await vi.advanceTimersByTimeAsync(0)
    frame({ kind: 'listening', epoch: 'e', seq: 0, missed: false, ...listening })
  }
  return { bridge, attempts, last, frame, open, lose: () => last().on.closed('lost') }
}

function events(...seqs: readonly number[]) {
  return { kind: 'events', events: seqs.map((seq) => ({ seq, name: 'callback.received', payload: { url: `${seq}` } })) }
}

function urlsOf(bridge: Bridge): string[] {
  const urls: string[] = []
  bridge.listen('callback.received', ({ url }) => void urls.push(url))
  return urls
}

function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
}

describe('a call', () => {
  test('waits for the connection, and gets its own answer', async () => {
    const { bridge, last, frame, open } = connect()
    const first = bridge.call('settings.get', {})
    const second = bridge.call('clients.list', {})
    expect(last().sent).toEqual([])
    await open()
    expect(last().sent.map(({ kind, name }) => name ?? kind)).toEqual(['listen', 'settings.get', 'clients.list'])
    frame({ kind: 'result', id: 2, output: { items: [] } })
    frame({ kind: 'error', id: 1, error: { code: 'not_found', message: 'No.', detail: 5 } })
    expect(await second).toEqual({ items: [] })
    await expect(first).rejects.toMatchObject({ name: 'ValetKeyError', code: 'not_found', message: 'No.', detail: 5 })
  })

  test('that waits too long for a connection is told so, and is not sent later', async () => {
    const { bridge, last, open } = connect()
    const code = codeOf(bridge.call('settings.get', {}))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await code).toBe('disconnected')
    await open()
    expect(last().sent).toHaveLength(1)
  })

  test('whose connection goes before the answer comes is told so, and is not sent twice', async () => {
    const { bridge, last, open, lose } = connect()
    await open()
    const code = codeOf(bridge.call('settings.get', {}))
    lose()
    expect(await code).toBe('disconnected')
    await vi.advanceTimersByTimeAsync(100)
    await open()
    expect(last().sent.map(({ kind }) => kind)).toEqual(['listen'])
  })

  test('made while the connection is lost is sent over the next', async () => {
    const { bridge, frame, open, lose } = connect()
    await open()
    lose()
    const call = bridge.call('clients.list', {})
    await vi.advanceTimersByTimeAsync(100)
    await open()
    frame({ kind: 'result', id: 1, output: { items: [] } })
    expect(await call).toEqual({ items: [] })
  })

  test('is refused at once when the token is, and so are those that wait', async () => {
    const { bridge, last } = connect()
    const waiting = codeOf(bridge.call('settings.get', {}))
    last().on.closed('refused')
    expect([await waiting, await codeOf(bridge.call('settings.get', {}))]).toEqual(['disconnected', 'disconnected'])
  })

  test('that is larger than the program takes is not sent', async () => {
    const { bridge, last, open } = connect()
    await open()
    const call = bridge.call('clients.get', { client_id: 'x'.repeat(LARGEST_FRAME) })
    expect(await codeOf(call)).toBe('frame_too_large')
    expect(last().sent).toHaveLength(1)
  })
})

describe('the connection', () => {
  test('says how it is', async () => {
    const { bridge, open, lose } = connect()
    const states = [bridge.state]
    bridge.onState((state) => void states.push(state))
    await open()
    lose()
    await vi.advanceTimersByTimeAsync(100)
    expect(bridge.state).toBe('lost')
    await open()
    expect(states).toEqual(['connecting', 'open', 'lost', 'open'])
  })

  test('is tried again after waits that grow up to a bound, and shortly after it had been there', async () => {
    const { attempts, open, lose } = connect()
    const waits: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const before = attempts.length
      lose()
      let waited = 0
      for (; attempts.length === before; waited += 100) await vi.advanceTimersByTimeAsync(100)
      waits.push(waited)
    }
    expect(waits).toEqual([100, 200, 400, 400, 400])
    await open()
    lose()
    await vi.advanceTimersByTimeAsync(100)
    expect(attempts).toHaveLength(7)
  })

  test('is tried at once when asked to, and what the attempt before still says is not heard', async () => {
    const { bridge, attempts, lose } = connect()
    lose()
    bridge.retry()
    expect(bridge.state).toBe('connecting')
    expect(attempts).toHaveLength(2)
    attempts[0]?.on.closed('refused')
    expect(bridge.state).toBe('connecting')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(attempts).toHaveLength(2)
  })

  test('is not tried again by itself once the token is refused, but when asked to', async () => {
    const { bridge, attempts, last } = connect()
    last().on.closed('refused')
    await vi.advanceTimersByTimeAsync(100_000)
    expect([bridge.state, attempts.length]).toEqual(['refused', 1])
    bridge.retry()
    expect(attempts).toHaveLength(2)
  })

  test('that is closed stays so, and ends the calls', async () => {
    const { bridge, attempts, last, open } = connect()
    await open()
    const code = codeOf(bridge.call('settings.get', {}))
    bridge.close()
    expect([await code, last().isClosed]).toEqual(['disconnected', true])
    await vi.advanceTimersByTimeAsync(100_000)
    expect(attempts).toHaveLength(1)
    expect(await codeOf(bridge.call('settings.get', {}))).toBe('disconnected')
  })
})

describe('events', () => {
  test('reach those who listen for them, until they have enough', async () => {
    const { bridge, frame, open } = connect()
    const urls: string[] = []
    const stop = bridge.listen('callback.received', ({ url }) => void urls.push(url))
    const other = vi.fn<() => void>()
    bridge.listen('changed', other)
    await open()
    frame(events(1, 2))
    stop()
    frame(events(3))
    expect(urls).toEqual(['1', '2'])
    expect(other).not.toHaveBeenCalled()
  })

  test('go on after a loss where they were, and none is told twice', async () => {
    const { bridge, last, frame, open, lose } = connect()
    const urls = urlsOf(bridge)
    const resync = vi.fn<() => void>()
    bridge.onResync(resync)
    await open()
    frame(events(1, 2))
    lose()
    await vi.advanceTimersByTimeAsync(100)
    await open({ seq: 2 })
    expect(last().sent[0]).toEqual({ v: 1, kind: 'listen', after: { epoch: 'e', seq: 2 } })
    frame(events(2, 3))
    expect(urls).toEqual(['1', '2', '3'])
    expect(resync).not.toHaveBeenCalled()
  })

  test('that are gone for good are said to be', async () => {
    const { bridge, frame, open, lose } = connect()
    const urls = urlsOf(bridge)
    const resync = vi.fn<() => void>()
    bridge.onResync(resync)
    await open()
    frame(events(7))
    lose()
    await vi.advanceTimersByTimeAsync(100)
    await open({ epoch: 'of the next start', seq: 3, missed: true })
    frame(events(4))
    expect(resync).toHaveBeenCalledOnce()
    expect(urls).toEqual(['7', '4'])
  })

  test('may have been missed when a connection went before it said where it began', async () => {
    const { bridge, last, open, lose } = connect()
    const resync = vi.fn<() => void>()
    bridge.onResync(resync)
    last().on.open()
    await vi.advanceTimersByTimeAsync(0)
    lose()
    await vi.advanceTimersByTimeAsync(100)
    await open()
    expect(resync).toHaveBeenCalledOnce()
  })

  test('reach the others when one listener fails, whose failure is reported as any that nobody caught', async () => {
    const { bridge, frame, open } = connect()
    const reported: (() => void)[] = []
    bridge.listen('callback.received', () => {
      throw new Error('a mistake of the screens')
    })
    const urls = urlsOf(bridge)
    await open()
    vi.stubGlobal('queueMicrotask', (work: () => void) => void reported.push(work))
    frame(events(1, 2))
    vi.unstubAllGlobals()
    expect(urls).toEqual(['1', '2'])
    expect(reported).toHaveLength(2)
    expect(reported[0]).toThrow('a mistake of the screens')
  })
})
