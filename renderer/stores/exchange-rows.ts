import type { ExchangeSummary } from '#shared/model/exchange.ts'

/** What the list holds in memory at most; older ones are asked for again when they are scrolled to. */
export const MOST_ROWS = 100_000

/**
 * The rows, newest first. One array that grows in place: at hundreds of exchanges a second, a copy of a hundred
 * thousand for every picture would be most of the work. Whoever shows it is told by a version number.
 */
export interface ExchangeRows {
  readonly all: readonly ExchangeSummary[]
  /** Those that are newer than all; oldest first, as they come. Gives how many were. */
  add(arrived: readonly ExchangeSummary[]): number
  /** Those that are older than all; newest first, as a page has them. */
  append(page: readonly ExchangeSummary[]): void
  /** Another note, or a pin; one that is not among them is none of theirs. */
  change(exchange: ExchangeSummary): void
  replace(page: readonly ExchangeSummary[]): void
}

export function createExchangeRows(most = MOST_ROWS): ExchangeRows {
  const all: ExchangeSummary[] = []

  return {
    all,
    add(arrived) {
      const newest = all[0]?.id ?? 0
      const fresh = arrived.filter(({ id }) => id > newest).toReversed()
      all.unshift(...fresh)
      if (all.length > most) all.length = most
      return fresh.length
    },
    append(page) {
      const oldest = all.at(-1)?.id ?? Number.POSITIVE_INFINITY
      all.push(...page.filter(({ id }) => id < oldest))
    },
    change(exchange) {
      const at = all.findIndex(({ id }) => id === exchange.id)
      if (at !== -1) all[at] = exchange
    },
    replace(page) {
      all.length = 0
      all.push(...page)
    },
  }
}
