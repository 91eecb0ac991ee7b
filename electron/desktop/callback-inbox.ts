import type { EventLog } from '#shared/frames/event-log.ts'

export interface CallbackInbox {
  receive(url: string): void
  /** The log as the screens are to listen to it. */
  readonly events: EventLog
}

/**
 * Who begins to listen hears of nothing that was before, and a callback may be what started the program: it waits until
 * the screens listen.
 */
export function createCallbackInbox(events: EventLog): CallbackInbox {
  let listening = 0
  let waiting: string[] = []

  function deliver(): void {
    if (listening === 0) return
    for (const url of waiting.splice(0)) events.emit('callback.received', { url })
  }

  return {
    receive(url) {
      waiting = [...waiting.slice(-MOST_WAITING + 1), url]
      deliver()
    },
    events: {
      ...events,
      get last() {
        return events.last
      },
      onAppend(listener) {
        listening += 1
        const end = events.onAppend(listener)
        // Once whoever listens has noted where it begins.
        queueMicrotask(deliver)
        return () => {
          listening -= 1
          end()
        }
      },
    },
  }
}

/** Of programs that open addresses without end, the last are enough. */
const MOST_WAITING = 10
