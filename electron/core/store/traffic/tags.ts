import type { ExchangeFilter } from '#shared/model/exchange.ts'

import type { NewExchange } from './traffic-store.ts'

/**
 * What can be filtered by stands in the full text as well, so that a search with a filter walks what fits both, and not
 * all that has the word. The mark is a letter to FTS5 (category Co), and nobody types it.
 */
const MARK = '\u{E000}'

type Tagged = Pick<ExchangeFilter, 'client_id' | 'user' | 'endpoint' | 'status' | 'hasError'>

export function buildTags({ client_id, user, endpoint, status, error }: NewExchange): string {
  const tagged = { client_id, user, endpoint, hasError: error !== undefined }
  const classTag = status === undefined ? [] : tagsOf({ status: Math.floor(status / 100) })
  return [...tagsOf({ ...tagged, status }), ...classTag].join(' ')
}

export function tagsOf({ client_id, user, endpoint, status, hasError }: Tagged): string[] {
  const values = { c: client_id, u: user, e: endpoint, s: status, f: hasError }
  return Object.entries(values).flatMap(([kind, value]) => (value === undefined ? [] : [buildTag(kind, String(value))]))
}

/** Hex keeps every value one word. */
function buildTag(kind: string, value: string): string {
  return `${MARK}${kind}${Buffer.from(value).toString('hex')}`
}

export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, ' ')
}
