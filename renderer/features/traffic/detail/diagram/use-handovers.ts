import { useEffect, useMemo, useState } from 'react'

import type { ExchangeSummary, Handover } from '#shared/model/exchange.ts'

import { useBridge } from '../../../../stores/use-stores.tsx'

/** Nobody redirects to an application more often in one sign-in. */
const MOST = 20

/** What a list does not say: which answers sent the browser to the application. */
export function useHandovers(siblings: readonly ExchangeSummary[]): ReadonlyMap<number, Handover> {
  const bridge = useBridge()
  const ids = siblings
    .filter(maySendBack)
    .map(({ id }) => id)
    .slice(-MOST)
  const key = ids.join(' ')
  const [found, setFound] = useState<ReadonlyMap<number, Handover>>(NONE)
  const wanted = useMemo(() => key.split(' ').filter(Boolean).map(Number), [key])

  useEffect(() => {
    let isOver = false
    async function load(): Promise<void> {
      const read = await Promise.all(wanted.map((id) => bridge.call('exchanges.get', { id }).catch(() => undefined)))
      if (isOver) return
      const handovers = read.flatMap((answer): [number, Handover][] =>
        answer?.value.handover === undefined ? [] : [[answer.value.id, answer.value.handover]],
      )
      setFound(new Map(handovers))
    }
    if (wanted.length > 0) void load()
    return () => {
      isOver = true
    }
  }, [bridge, wanted])

  return found
}

const NONE: ReadonlyMap<number, Handover> = new Map()
const ENDPOINTS: ReadonlySet<string> = new Set(['authorization', 'interaction', 'end_session'])

/** A redirect, or a page that may post itself. */
function maySendBack({ endpoint, status = 0 }: ExchangeSummary): boolean {
  return ENDPOINTS.has(endpoint) && status >= 200 && status < 400
}
