import type { EventName, Payload } from '#shared/contract/events.ts'
import type { EventLog } from '#shared/frames/event-log.ts'

export interface HeldEvents {
  /** At once to screens that listen, and otherwise to those that listen next. */
  emit<Name extends EventName>(name: Name, payload: Payload<Name>): void
  /** The log as the screens are to listen to it. */
  readonly events: EventLog
}

/** Of programs that open addresses without end, the last are enough. */
const MOST_HELD = 10

/**
 * Who begins to listen hears of nothing that was before; and a callback may be what started the program, or a menu what
 * opened the window.
 */
export function createHeldEvents(events: EventLog): HeldEvents {
  let listening = 0
  let held: (() => void)[] = []

  function deliver(): void {
    if (listening === 0) return
    for (const emit of held.splice(0)) emit()
  }

  return {
    emit(name, payload) {
      held = [...held.slice(1 - MOST_HELD), () => events.emit(name, payload)]
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
