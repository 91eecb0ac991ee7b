/**
 * What happened, numbered, as far back as there is room. Whoever listens holds a cursor and reads on from it at their
 * own pace, so that a slow one costs no memory and one that comes back misses nothing.
 */
import type { EventName, Payload } from '../contract/events.ts'

export interface LoggedEvent {
  readonly seq: number
  readonly name: EventName
  readonly payload: unknown
}

export interface EventLog {
  /** Another log, such as that of the program's next start, has another; numbers are comparable within one alone. */
  readonly epoch: string
  /** Of the newest event; 0 before the first. */
  readonly last: number
  emit<Name extends EventName>(name: Name, payload: Payload<Name>): void
  /** The oldest of what came after; undefined when some of it is gone, or never was. */
  readAfter(seq: number, most: number): readonly LoggedEvent[] | undefined
  /** Something may have happened that is not in the log: whoever reads on from before is told that they missed it. */
  skip(): void
  /** Told after each event and each `skip`. */
  onAppend(listener: () => void): () => void
}

/** Some seconds of heavy traffic. */
const MOST = 10_000

export function createEventLog({ most = MOST }: { readonly most?: number } = {}): EventLog {
  const listeners = new Set<() => void>()
  // A ring: the event of a number has its place at the remainder.
  let ring: LoggedEvent[] = []
  let last = 0
  /** The number after which everything is still there. */
  let from = 0

  function tell(): void {
    for (const listener of listeners) listener()
  }

  return {
    epoch: crypto.randomUUID(),
    get last() {
      return last
    },
    emit(name, payload) {
      last += 1
      ring[last % most] = { seq: last, name, payload }
      from = Math.max(from, last - most)
      tell()
    },
    readAfter(seq, count) {
      if (seq < from || seq > last) return undefined
      const events: LoggedEvent[] = []
      for (let next = seq + 1; next <= last && events.length < count; next += 1) {
        const event = ring[next % most]
        if (event) events.push(event)
      }
      return events
    },
    skip() {
      last += 1
      from = last
      ring = []
      tell()
    },
    onAppend(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
