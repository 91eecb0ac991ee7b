import type { EventLog } from '#shared/frames/event-log.ts'

import type { LazyFlows } from './load-flows.ts'
import type { ObservedRecorder } from './observe-removals.ts'
import type { Store } from './store/store.ts'

export type Follow = (events: EventLog) => () => void

export interface Followed {
  readonly store: Pick<Store, 'onChange'>
  readonly recorder: ObservedRecorder
  readonly flows: Pick<LazyFlows, 'onChanged'>
}

/** Puts what happens in the program into a log; costs nothing before, and nothing once it has been ended. */
export function createFollow({ store, recorder, flows }: Followed): Follow {
  return (events) => {
    const ends = [
      store.onChange((what) => events.emit('changed', { what })),
      recorder.onRemoved(() => events.emit('changed', { what: 'exchanges' })),
      recorder.onAnnotated((exchange) => events.emit('exchange.changed', exchange)),
      flows.onChanged((id) => events.emit('run.changed', { id })),
      recorder.subscribe((exchange) => events.emit('exchange.recorded', exchange)),
    ]
    return () => {
      for (const end of ends.splice(0)) end()
      // What happens from here on is in no log.
      events.skip()
    }
  }
}
