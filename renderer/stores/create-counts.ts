import type { FoundKind } from '#shared/contract/calls/find.ts'
import type { Bridge } from '#shared/frames/bridge.ts'

import { createResource, type Resource } from './create-resource.ts'

export type Counts = Readonly<Record<FoundKind, number>>

/** Without asking for ten thousand of them. */
export function createCounts(bridge: Bridge): Resource<Counts> {
  return createResource({
    bridge,
    kinds: ['clients', 'apis', 'users', 'keys', 'scenarios'],
    fetch: async () => (await bridge.call('find.by', { limit: 0 })).counts,
  })
}
