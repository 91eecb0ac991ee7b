import type { ExchangePage, ExchangeSummary } from '#shared/model/exchange.ts'

import type { Thread } from './thread.ts'

type Listener = (exchange: ExchangeSummary) => void
type Receiver = (exchanges: readonly ExchangeSummary[]) => void

const BACKLOG_PAGE = 500

export interface Subscriptions {
  add(listener: Listener, after?: number): () => void
}

export function createSubscriptions(thread: Thread): Subscriptions {
  const receivers = new Set<Receiver>()
  thread.onRecorded((exchanges) => {
    for (const receive of receivers) receive(exchanges)
  })

  function setListening(receive: Receiver, listening: boolean): void {
    if (receivers.has(receive) === listening) return
    if (listening) receivers.add(receive)
    else receivers.delete(receive)
    thread.send({ kind: 'watch', watching: receivers.size > 0 })
  }

  return {
    add(listener, after) {
      // Live ones wait until the past has been told, and those that the past brought already are not told again.
      let last = after ?? 0
      let waiting: ExchangeSummary[] | undefined = after === undefined ? undefined : []

      function tell(exchanges: readonly ExchangeSummary[]): void {
        for (const exchange of exchanges) {
          // A listener may end its own subscription while it is being told.
          if (exchange.id <= last || !receivers.has(receive)) continue
          last = exchange.id
          listener(exchange)
        }
      }
      function receive(exchanges: readonly ExchangeSummary[]): void {
        if (waiting) waiting.push(...exchanges)
        else tell(exchanges)
      }
      async function tellPast(): Promise<void> {
        let next: number | undefined = last
        while (next !== undefined && receivers.has(receive)) {
          const page: ExchangePage = await thread.call('page', [{ after: next, limit: BACKLOG_PAGE }])
          tell(page.items)
          next = page.next
        }
        const held = waiting ?? []
        waiting = undefined
        tell(held)
      }

      setListening(receive, true)
      if (waiting) tellPast().catch(() => setListening(receive, false))
      return () => setListening(receive, false)
    },
  }
}
