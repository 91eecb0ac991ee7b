import { useEffect, useMemo } from 'react'

import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import { useCall } from '../../../stores/use-call.ts'
import { useExchanges } from '../../../stores/use-stores.tsx'

const MOST = 200
/** How far back in the live list somebody of the same sign-in is looked for. */
const RECENT = 100

/** Those of its sign-in in their order; itself alone as long as they are not known, or when it belongs to none. */
export function useSiblings(exchange: Exchange): readonly ExchangeSummary[] {
  const { signIn } = exchange
  const state = useCall('exchanges.list', { signIn: signIn ?? 'none', limit: MOST }, ['exchanges'])
  const newest = useExchanges(({ items }) =>
    signIn === undefined ? undefined : items.slice(0, RECENT).find((item) => item.signIn === signIn)?.id,
  )
  const { load } = state
  useEffect(() => void (newest !== undefined && load()), [newest, load])
  const items = state.value?.items
  return useMemo(() => {
    const others = signIn === undefined ? undefined : items?.toReversed()
    return others !== undefined && others.some(({ id }) => id === exchange.id) ? others : [exchange]
  }, [items, signIn, exchange])
}
