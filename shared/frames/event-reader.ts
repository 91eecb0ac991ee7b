import type { EventName } from '../contract/events.ts'
import type { Cursor, EventFrame, ResponseFrame } from './frame.ts'
import { createListeners, type Listeners } from './listeners.ts'

type Incoming = Extract<ResponseFrame, { kind: 'listening' | 'events' }>

export interface EventReader {
  /** Called once per connection; gives back where an earlier one left off. */
  begin(): Cursor | undefined
  receive(frame: Incoming): void
  listen(name: EventName, listener: (payload: never) => void): () => void
  onResync(listener: () => void): () => void
}

/** Tells each event once, and says when some are gone for good. */
export function createEventReader(): EventReader {
  const resyncs = createListeners<undefined>()
  const byName = new Map<string, Listeners<never>>()
  let cursor: Cursor | undefined
  let connections = 0

  function start({ epoch, seq, missed }: Extract<Incoming, { kind: 'listening' }>): void {
    // A first connection that went before it said where it began leaves nothing to go on from.
    const isGap = missed || (cursor === undefined && connections > 1)
    // What was told already stays told, wherever the other side would begin.
    const told = cursor?.epoch === epoch && !missed ? cursor.seq : 0
    cursor = { epoch, seq: Math.max(seq, told) }
    if (isGap) resyncs.tell(undefined)
  }

  function take({ seq, name, payload }: EventFrame): void {
    if (cursor === undefined || seq <= cursor.seq) return
    cursor = { epoch: cursor.epoch, seq }
    byName.get(name)?.tell(payload as never)
  }

  return {
    begin() {
      connections += 1
      return cursor
    },
    receive(frame) {
      if (frame.kind === 'listening') start(frame)
      else for (const event of frame.events) take(event)
    },
    listen(name, listener) {
      const listeners = byName.get(name) ?? createListeners<never>()
      byName.set(name, listeners)
      return listeners.add(listener)
    },
    onResync: (listener) => resyncs.add(listener),
  }
}
