import { useCallback, useEffect, useRef, useState } from 'react'

import type { ScreenInput } from '#shared/contract/calls/calls.ts'
import type { TokenView } from '#shared/contract/calls/tokens.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { Endpoint } from '#shared/model/exchange.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useConnection } from '../../../stores/use-stores.tsx'

export type IssuedFilter = Pick<ScreenInput<'tokens.list'>, 'client_id' | 'user' | 'kind' | 'state'>

export interface IssuedTokens {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: ErrorShape | undefined
  readonly items: readonly TokenView[] | undefined
  readonly hasMore: boolean
  readonly load: () => Promise<void>
  readonly loadMore: () => Promise<void>
}

interface State {
  readonly key: string
  readonly status: IssuedTokens['status']
  readonly error?: ErrorShape
  readonly items?: readonly TokenView[]
  readonly next?: string | undefined
}

const PAGE = 50
/** A sign-in is several exchanges in a row. */
const SETTLED_AFTER_MS = 250
/** After these, tokens are there that were not, or are no more what they were. */
const CHANGING = new Set<Endpoint>(['token', 'authorization', 'revocation', 'end_session'])

/** The tokens that fit, newest first; as many pages as were asked for, and again when something happens to them. */
export function useIssued(filter: IssuedFilter): IssuedTokens {
  const bridge = useBridge()
  const line = useConnection(({ state }) => state)
  const key = JSON.stringify(filter)
  const [state, setState] = useState<State>({ key, status: 'loading' })
  const pages = useRef(1)
  const latest = useRef(0)

  const load = useCallback(async () => {
    const run = (latest.current += 1)
    try {
      const page = await loadPages(bridge.call, JSON.parse(key) as IssuedFilter, pages.current)
      if (run === latest.current) setState({ key, status: 'ready', ...page })
    } catch (error) {
      const failure = parseError(error)
      if (run === latest.current) setState((before) => ({ ...keepFor(before, key), status: 'failed', error: failure }))
    }
  }, [bridge, key])

  useEffect(() => {
    pages.current = 1
  }, [key])

  useEffect(() => {
    if (line === 'open') void load()
  }, [load, line])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), SETTLED_AFTER_MS)
    }
    const ends = [
      bridge.listen('exchange.recorded', ({ endpoint }) => CHANGING.has(endpoint) && again()),
      bridge.listen('changed', again),
    ]
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
    }
  }, [bridge, load])

  const shown = keepFor(state, key)
  return {
    status: shown.status,
    error: shown.error,
    items: shown.items,
    hasMore: shown.next !== undefined,
    load,
    async loadMore() {
      pages.current += 1
      await load()
    },
  }
}

/** What was found for another filter is nothing for this one. */
function keepFor(state: State, key: string): State {
  return state.key === key ? state : { key, status: 'loading' }
}

async function loadPages(
  call: ReturnType<typeof useBridge>['call'],
  filter: IssuedFilter,
  count: number,
): Promise<Pick<State, 'items' | 'next'>> {
  const items: TokenView[] = []
  let next: string | undefined
  for (let page = 0; page < count; page += 1) {
    const answer = await call('tokens.list', { ...filter, limit: PAGE, ...(next !== undefined && { after: next }) })
    items.push(...answer.items)
    next = answer.next
    if (next === undefined) break
  }
  return { items, next }
}
