import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { ValetKeyError } from '../errors.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { type ResponseFrame, responseFrame } from './frame.ts'
import { LARGEST_FRAME } from './limits.ts'
import { serveFrames } from './serve-frames.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Handle = (name: string, input: unknown) => Promise<unknown>

function serve(handle: Handle = async (name) => ({ name }), events: EventLog = createEventLog()) {
  const sent: ResponseFrame[] = []
  const problems: string[] = []
  let buffered = 0
  const server = serveFrames(
    { call: handle, events, onProblem: (message) => void problems.push(message) },
    { send: (text) => void sent.push(responseFrame.parse(JSON.parse(text))), buffered: () => buffered },
  )
  return {
    sent,
    problems,
    server,
    events,
    receive: (frame: unknown) => server.receive(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    setBuffered: (size: number) => void (buffered = size),
    /** Of all `events` frames, how many each had. */
    portions: () => sent.flatMap((frame) => (frame.kind === 'events' ? [frame.events.length] : [])),
    seqs: () => sent.flatMap((frame) => (frame.kind === 'events' ? frame.events.map(({ seq }) => seq) : [])),
  }
}

function call(name: string, more: object = {}) {
  return { v: 1, kind: 'call', id: 7, name, input: {}, ...more }
}

function emitMany(events: EventLog, count: number, text = ''): void {
  for (let index = 0; index < count; index += 1) events.emit('callback.received', { url: text })
}

/** What was being answered has been. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

describe('a call', () => {
  test('is answered under its id', async () => {
    const { receive, sent } = serve(async (name, input) => ({ name, input }))
    receive(call('clients.list', { input: { origin: 'config' } }))
    await settle()
    const output = { name: 'clients.list', input: { origin: 'config' } }
    expect(sent).toEqual([{ v: 1, kind: 'result', id: 7, output }])
  })

  test('that fails says why in the one shape of failures', async () => {
    const error = new ValetKeyError('not_found', 'There is no such client.', { detail: { id: 'x' } })
    const { receive, sent } = serve(() => Promise.reject(error))
    receive(call('clients.get'))
    await settle()
    const shape = { code: 'not_found', message: 'There is no such client.', detail: { id: 'x' } }
    expect(sent).toEqual([{ v: 1, kind: 'error', id: 7, error: shape }])
  })

  test.each([
    ['throws', () => Promise.reject(new TypeError('the secret is hunter2'))],
    ['gives back what is no JSON', async () => ({ big: 1n })],
  ] as const)('whose handler %s says nothing of the inside, and the program hears of it', async (_how, handle) => {
    const { receive, sent, problems } = serve(handle)
    receive(call('clients.list'))
    await settle()
    expect(sent).toEqual([expect.objectContaining({ kind: 'error', id: 7 })])
    expect(JSON.stringify(sent)).toMatch(/"code":"internal","message":"clients.list failed/)
    expect(JSON.stringify(sent)).not.toMatch(/hunter2|BigInt|serve-frames/)
    expect(problems).toEqual([expect.stringMatching(/^clients.list failed: TypeError/)])
  })

  test.each([
    ['no JSON', '{"v":1', 'bad_frame', undefined],
    ['no object', '[1]', 'bad_frame', undefined],
    ['another version', call('clients.list', { v: 2 }), 'wrong_version', 7],
    ['an unknown kind', { v: 1, kind: 'shout', id: 7 }, 'bad_frame', 7],
    ['no id', { v: 1, kind: 'call', name: 'clients.list' }, 'bad_frame', undefined],
    ['an id that is no number', call('clients.list', { id: '7' }), 'bad_frame', undefined],
    ['a member too many', call('clients.list', { extra: true }), 'bad_frame', 7],
    ['an unknown call', call('clients.lst'), 'unknown_call', 7],
    ['the name of what every object has', call('constructor'), 'unknown_call', 7],
    ['the name of its prototype', call('__proto__'), 'unknown_call', 7],
    ['a cursor that is none', { v: 1, kind: 'listen', after: { epoch: 'e', seq: -1 } }, 'bad_frame', undefined],
    ['too much', 'x'.repeat(LARGEST_FRAME + 1), 'frame_too_large', undefined],
  ])('as a frame with %s is refused by name, and the next is answered', async (_what, frame, code, id) => {
    const { receive, sent } = serve()
    receive(frame)
    receive(call('clients.list', { id: 8 }))
    await settle()
    expect(sent).toEqual([
      expect.objectContaining({ kind: 'error', error: expect.objectContaining({ code }) }),
      expect.objectContaining({ kind: 'result', id: 8 }),
    ])
    expect(sent[0] && 'id' in sent[0] ? sent[0].id : undefined).toBe(id)
  })

  test('that is misspelt is told what was meant', () => {
    const { receive, sent } = serve()
    receive(call('clients.lst'))
    expect(JSON.stringify(sent)).toContain('Did you mean clients.list?')
  })

  test('that is answered after the connection went is not answered', async () => {
    const { receive, server, sent } = serve()
    receive(call('clients.list'))
    server.close()
    receive(call('clients.list'))
    await settle()
    expect(sent).toEqual([])
  })
})

describe('events', () => {
  test('come from now on, one frame for all of one turn', async () => {
    const { receive, events, sent } = serve()
    emitMany(events, 3)
    receive({ v: 1, kind: 'listen' })
    emitMany(events, 2)
    await settle()
    expect(sent[0]).toEqual({ v: 1, kind: 'listening', epoch: events.epoch, seq: 3, missed: false })
    expect(sent[1]).toMatchObject({ kind: 'events', events: [{ seq: 4 }, { seq: 5 }] })
    expect(sent).toHaveLength(2)
  })

  test('go on after a cursor', async () => {
    const { receive, events, seqs, sent } = serve()
    emitMany(events, 5)
    receive({ v: 1, kind: 'listen', after: { epoch: events.epoch, seq: 2 } })
    await settle()
    expect(sent[0]).toMatchObject({ kind: 'listening', seq: 2, missed: false })
    expect(seqs()).toEqual([3, 4, 5])
  })

  test.each([
    ['of another log', { epoch: 'another', seq: 1 }],
    ['that the ring has left behind', { seq: 1 }],
    ['ahead of the log', { seq: 999 }],
  ])('after a cursor %s begin anew, and say so', async (_which, after) => {
    const { receive, events, sent, seqs } = serve(undefined, createEventLog({ most: 3 }))
    emitMany(events, 5)
    receive({ v: 1, kind: 'listen', after: { epoch: events.epoch, ...after } })
    emitMany(events, 1)
    await settle()
    expect(sent[0]).toMatchObject({ kind: 'listening', seq: 5, missed: true })
    expect(seqs()).toEqual([6])
  })

  test('come in a steady pace under a flood, in frames of a bounded size', async () => {
    const { receive, events, seqs, portions } = serve()
    receive({ v: 1, kind: 'listen' })
    for (let turn = 0; turn < 200; turn += 1) {
      emitMany(events, 10, 'x'.repeat(1000))
      await vi.advanceTimersByTimeAsync(1)
    }
    await vi.advanceTimersByTimeAsync(1000)
    expect(seqs()).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1))
    expect(portions().length).toBeLessThan(20)
    expect(Math.max(...portions())).toBeLessThanOrEqual(500)
  })

  test('larger than a frame should be go alone', async () => {
    const { receive, events, portions } = serve()
    receive({ v: 1, kind: 'listen' })
    emitMany(events, 3, 'x'.repeat(300_000))
    await vi.advanceTimersByTimeAsync(1000)
    expect(portions()).toEqual([1, 1, 1])
  })

  test('wait for a listener that does not read, and go on when it does', async () => {
    const { receive, server, events, seqs, setBuffered } = serve()
    receive({ v: 1, kind: 'listen' })
    setBuffered(100_000_000)
    emitMany(events, 3)
    await vi.advanceTimersByTimeAsync(1000)
    expect(seqs()).toEqual([])
    setBuffered(0)
    server.drained()
    await vi.advanceTimersByTimeAsync(1000)
    expect(seqs()).toEqual([1, 2, 3])
  })

  test('that a slow listener can no longer have are reported as missed', async () => {
    const { receive, server, events, sent, setBuffered } = serve(undefined, createEventLog({ most: 3 }))
    receive({ v: 1, kind: 'listen' })
    setBuffered(100_000_000)
    emitMany(events, 10)
    await settle()
    setBuffered(0)
    server.drained()
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent.at(-1)).toEqual({ v: 1, kind: 'listening', epoch: events.epoch, seq: 10, missed: true })
  })

  test('are asked for once', () => {
    const { receive, sent } = serve()
    receive({ v: 1, kind: 'listen' })
    receive({ v: 1, kind: 'listen' })
    expect(sent.map(({ kind }) => kind)).toEqual(['listening', 'error'])
  })

  test('end with the connection', async () => {
    const { receive, server, events, seqs } = serve()
    receive({ v: 1, kind: 'listen' })
    emitMany(events, 1)
    server.close()
    emitMany(events, 1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(seqs()).toEqual([])
  })
})
