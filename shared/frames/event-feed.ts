/** One listener's way through the log: what is new goes out in one frame, when the carrier can take it. */
import type { EventLog } from './event-log.ts'
import type { Cursor, ResponseFrame } from './frame.ts'
import { FRAME_VERSION } from './limits.ts'
import type { FramePeer } from './serve-frames.ts'

export interface EventFeed {
  /** False when it does already. */
  listen(after: Cursor | undefined): boolean
  drained(): void
  close(): void
}

/** Milliseconds between two frames while there is a flood; alone, an event goes at the end of the turn. */
const PACE = 25
/** Of one frame; the rest follows in the next. */
const MOST_EVENTS = 500
const MOST_CHARACTERS = 256 * 1024
/** On the way to a listener; beyond it, what follows stays in the log until the listener has read. */
const HIGH_WATER = 1024 * 1024

export function createEventFeed(log: EventLog, peer: FramePeer): EventFeed {
  let seq: number | undefined
  let sentAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsubscribe: (() => void) | undefined

  function schedule(): void {
    if (timer !== undefined || unsubscribe === undefined) return
    timer = setTimeout(flush, Math.max(0, Math.min(PACE, sentAt + PACE - Date.now())))
  }

  function flush(): void {
    timer = undefined
    if (seq === undefined || isFull()) return
    const events = log.readAfter(seq, MOST_EVENTS)
    if (events === undefined) return begin(log.last, true)
    const texts = takeUpTo(
      MOST_CHARACTERS,
      events.map((event) => JSON.stringify(event)),
    )
    if (texts.length === 0) return
    seq += texts.length
    sentAt = Date.now()
    peer.send(`{"v":${FRAME_VERSION},"kind":"events","events":[${texts.join(',')}]}`)
    if (seq < log.last) schedule()
  }

  function isFull(): boolean {
    return (peer.buffered?.() ?? 0) > HIGH_WATER
  }

  function begin(from: number, missed: boolean): void {
    seq = from
    const frame: ResponseFrame = { v: FRAME_VERSION, kind: 'listening', epoch: log.epoch, seq, missed }
    peer.send(JSON.stringify(frame))
  }

  return {
    listen(after) {
      if (unsubscribe) return false
      unsubscribe = log.onAppend(schedule)
      if (after === undefined) begin(log.last, false)
      else if (isKnown(log, after)) begin(after.seq, false)
      else begin(log.last, true)
      schedule()
      return true
    },
    drained: schedule,
    close() {
      clearTimeout(timer)
      unsubscribe?.()
      unsubscribe = undefined
      seq = undefined
    },
  }
}

function isKnown(log: EventLog, { epoch, seq }: Cursor): boolean {
  return epoch === log.epoch && log.readAfter(seq, 0) !== undefined
}

/** At least one, so that a single large event goes too. */
function takeUpTo(most: number, texts: readonly string[]): readonly string[] {
  let size = 0
  const end = texts.findIndex((text, index) => (size += text.length) > most && index > 0)
  return end === -1 ? texts : texts.slice(0, end)
}
