/** What a screen with a live list does: fetch, follow, and fetch again when it is told that it missed something. */
import type { Bridge } from '#shared/frames/bridge.ts'

export interface LiveList {
  /** Ids in the order in which they were told. */
  readonly told: readonly number[]
  /** All that the screen knows of, told or fetched. */
  readonly known: ReadonlySet<number>
  readonly resyncs: number
}

export function createLiveList(bridge: Bridge): LiveList {
  const told: number[] = []
  const known = new Set<number>()
  let resyncs = 0
  let isStale = false

  async function fetchAll(): Promise<void> {
    isStale = true
    if (bridge.state !== 'open') return
    try {
      const { items } = await bridge.call('exchanges.list', { limit: 500 })
      for (const { id } of items) known.add(id)
      isStale = false
    } catch {
      // The connection went meanwhile; the next one brings it here again.
    }
  }

  bridge.onState(() => isStale && void fetchAll())
  bridge.listen('exchange.recorded', ({ id }) => {
    told.push(id)
    known.add(id)
  })
  bridge.onResync(() => {
    resyncs += 1
    void fetchAll()
  })
  return {
    told,
    known,
    get resyncs() {
      return resyncs
    },
  }
}
