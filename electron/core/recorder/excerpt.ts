import type { Exchange } from '#shared/model/exchange.ts'
import { findHits } from '#shared/traffic/find-hits.ts'

import { buildSearchText } from './search-text.ts'

const BEFORE = 10
const AFTER = 96

/** Where the first of the words stands that is not in the address, with what is around it. */
export function buildExcerpt(exchange: Exchange, search: string): string | undefined {
  const missing = search.split(/\s+/).filter((word) => word !== '' && findHits(exchange.url, word).length === 0)
  if (missing.length === 0) return undefined
  const text = buildSearchText(exchange)
  for (const word of missing) {
    const [hit] = findHits(text, word)
    if (hit === undefined) continue
    const start = Math.max(0, hit.start - BEFORE)
    const end = Math.min(text.length, hit.end + AFTER)
    const part = text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
    return `${start > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`
  }
  return undefined
}
