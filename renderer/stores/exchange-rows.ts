import type { ExchangeSummary } from '#shared/model/exchange.ts'

/** As many as anybody looks back who does not go to Traffic. */
export const MOST_ROWS = 500

/** The last rows, newest first. One array that grows in place; whoever shows it is told by a version number. */
export interface ExchangeRows {
  readonly all: readonly ExchangeSummary[]
  /** Those that are newer than all; oldest first, as they come. Gives how many were. */
  add(arrived: readonly ExchangeSummary[]): number
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
