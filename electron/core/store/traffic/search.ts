import type { ExchangeFilter } from '#shared/model/exchange.ts'

import { tagsOf, withoutMarks } from './tags.ts'

/** What is longer is no search, and would ask FTS5 for more than it takes. */
const MOST_WORDS = 32
const LONGEST_WORD = 2_000

/**
 * Every word must stand somewhere, the end of a word may be left out; quotes keep FTS5's own syntax out of it. A search
 * without a letter or a digit finds nothing.
 */
export function buildMatch(search: string, filter: ExchangeFilter = {}): string {
  const words = withoutMarks(search)
    .split(/[\s\0]+/, MOST_WORDS * 10)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
  const phrases = words.map((word) => `"${word.slice(0, LONGEST_WORD).replaceAll('"', '""')}"*`)
  if (phrases.length === 0) return '""'
  return [...phrases, ...tagsOf(filter).map((tag) => `"${tag}"`)].join(' AND ')
}
