import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { createEventLog, type EventLog } from './event-log.ts'

function emitMany(log: EventLog, count: number): void {
  for (let index = 0; index < count; index += 1) log.emit('shell.changed', {})
}

function seqsAfter(log: EventLog, seq: number, most = 1000): readonly number[] | undefined {
  return log.readAfter(seq, most)?.map((event) => event.seq)
}

test('a reader gets what came after its cursor, in order, no more at once than it asks for', () => {
  const log = createEventLog()
  emitMany(log, 5)
  expect(seqsAfter(log, 2)).toEqual([3, 4, 5])
  expect(seqsAfter(log, 2, 2)).toEqual([3, 4])
  expect(seqsAfter(log, 5)).toEqual([])
  expect(log.last).toBe(5)
})

test('a number that was never given out belongs to another log', () => {
  const log = createEventLog()
  emitMany(log, 2)
  expect(seqsAfter(log, 3)).toBeUndefined()
  expect(createEventLog().epoch).not.toBe(log.epoch)
})

test('nothing after a skip can be read on from before it', () => {
  const log = createEventLog()
  emitMany(log, 2)
  log.skip()
  expect(seqsAfter(log, 2)).toBeUndefined()
  const after = log.last
  emitMany(log, 1)
  expect(seqsAfter(log, after)).toEqual([after + 1])
})

test('a listener is told of each event and each skip until it has enough', () => {
  const log = createEventLog()
  let told = 0
  const end = log.onAppend(() => (told += 1))
  emitMany(log, 2)
  log.skip()
  end()
  emitMany(log, 1)
  expect(told).toBe(3)
})

test('whatever the size of the ring, a cursor reads on without a gap or is told that it cannot', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant('skip' as const)), { maxLength: 8 }),
      fc.nat({ max: 100 }),
      (most, steps, seq) => {
        const log = createEventLog({ most })
        let skippedAt = 0
        for (const step of steps) {
          if (step === 'skip') log.skip()
          else emitMany(log, step)
          if (step === 'skip') skippedAt = log.last
        }
        const isThere = seq <= log.last && seq >= Math.max(skippedAt, log.last - most)
        const expected = Array.from({ length: Math.max(0, log.last - seq) }, (_, index) => seq + 1 + index)
        expect(seqsAfter(log, seq)).toEqual(isThere ? expected : undefined)
      },
    ),
  )
})
