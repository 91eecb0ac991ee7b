import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand/react'

import type { GrantView } from '#shared/contract/calls/grants.ts'
import type { SessionView } from '#shared/contract/calls/sessions.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { Endpoint } from '#shared/model/exchange.ts'

import { createResource, type ResourceState } from '../../../stores/create-resource.ts'
import { useBridge } from '../../../stores/use-stores.tsx'

export interface Access<Item> {
  /** Newest first. */
  readonly items: readonly Item[]
  /** There are more, which nobody has asked for. */
  readonly hasMore: boolean
}

interface Filter {
  readonly user?: string
  readonly client_id?: string
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next?: string | undefined
}

const PAGE = 500
const MOST = 5000
/** A sign-in is several exchanges in a row. */
const SETTLED_AFTER_MS = 250
/** After these, somebody may have allowed something, or be signed in. */
const CHANGING = new Set<Endpoint>(['token', 'authorization', 'interaction', 'revocation', 'end_session', 'approvals'])

/** What people have allowed. Asked for again when a change is made and when traffic may have made one. */
export function useGrants(filter: Filter = {}): ResourceState<Access<GrantView>> {
  return useAccess(
    filter,
    (bridge, after) => bridge.call('grants.list', { ...filter, ...after, limit: PAGE }),
    ({ createdAt = 0 }) => createdAt,
  )
}

/** Where people are signed in. */
export function useSessions(filter: Pick<Filter, 'user'> = {}): ResourceState<Access<SessionView>> {
  return useAccess(
    filter,
    (bridge, after) => bridge.call('sessions.list', { ...filter, ...after, limit: PAGE }),
    ({ startedAt = 0 }) => startedAt,
  )
}

function useAccess<Item>(
  filter: Filter,
  fetchPage: (bridge: Bridge, after: { readonly after?: string }) => Promise<Page<Item>>,
  beganAt: (item: Item) => number,
): ResourceState<Access<Item>> {
  const bridge = useBridge()
  const key = JSON.stringify(filter)
  const resource = useMemo(
    () =>
      createResource<Access<Item>>({
        bridge,
        kinds: ['history', 'users', 'clients'],
        listen: (again) => followTraffic(bridge, again),
        fetch: () => fetchAll((after) => fetchPage(bridge, after), beganAt),
      }),
    // What is handed in says the same as long as the filter does.
    // oxlint-disable-next-line react/exhaustive-deps
    [bridge, key],
  )
  useEffect(() => {
    resource.ensure()
    return resource.close
  }, [resource])
  return useStore(resource, (state) => state)
}

async function fetchAll<Item>(
  fetchPage: (after: { readonly after?: string }) => Promise<Page<Item>>,
  beganAt: (item: Item) => number,
): Promise<Access<Item>> {
  const items: Item[] = []
  let next: string | undefined
  do {
    const page = await fetchPage(next === undefined ? {} : { after: next })
    items.push(...page.items)
    next = page.next
  } while (next !== undefined && items.length < MOST)
  return { items: items.toSorted((one, other) => beganAt(other) - beganAt(one)), hasMore: next !== undefined }
}

function followTraffic(bridge: Bridge, again: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = bridge.listen('exchange.recorded', ({ endpoint }) => {
    if (!CHANGING.has(endpoint)) return
    clearTimeout(timer)
    timer = setTimeout(again, SETTLED_AFTER_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
