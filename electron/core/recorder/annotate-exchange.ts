import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import type { TrafficStore } from '../store/traffic/traffic-store.ts'
import type { Annotating } from './messages.ts'
import { buildSearchText } from './search-text.ts'

/** Takes over what a person says of an exchange; from then on it is found by its note, too. */
export function annotateExchange(store: TrafficStore, id: number, change: Annotating): ExchangeSummary | undefined {
  const found = store.get(id)
  if (found === undefined) return undefined
  const { pinned: wasPinned, note: oldNote, ...rest } = found
  const pinned = change.pinned ?? wasPinned
  const note = change.note ?? oldNote
  const annotated: Exchange = {
    ...rest,
    ...(pinned === true && { pinned }),
    ...(note !== undefined && note !== '' && { note }),
  }
  store.annotate(annotated, buildSearchText(annotated))
  const { request: _request, response: _response, handover: _handover, remote: _remote, ...summary } = annotated
  return summary
}
