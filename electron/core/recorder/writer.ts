import { putLast } from '#shared/collections/put-last.ts'
import type { ImportedExchange } from '#shared/har/imported-exchange.ts'
import type { ExchangeSummary } from '#shared/model/exchange.ts'

import type { TrafficStore } from '../store/traffic/traffic-store.ts'
import { importExchanges } from './import-exchanges.ts'
import { type PackedExchange, unpackExchange } from './packed-exchange.ts'
import type { RawExchange } from './raw-exchange.ts'
import { readExchange, type ReadExchange } from './read-exchange.ts'
import { buildSearchText } from './search-text.ts'
import { createSignIns, type Found } from './sign-ins.ts'

const MOST_CAUSES = 1_000

export interface Writer {
  /** All in one transaction. */
  write(batch: readonly PackedExchange[], dropped: number): readonly ExchangeSummary[]
  /** What was read from a file called `from`; all or nothing. */
  import(exchanges: readonly ImportedExchange[], from: string | undefined): readonly ExchangeSummary[]
  /** What a failed batch held; counted with the next one that succeeds. */
  countLost(count: number): void
}

export function createWriter(store: TrafficStore, mount: string): Writer {
  const signIns = createSignIns(store)
  const causes = new Map<number, Found>()
  let lost = 0

  function writeOne({ raw, read, searchText }: Prepared): ExchangeSummary {
    const causedBy = raw.direction === 'out' ? causes.get(raw.cause) : undefined
    const summary = signIns.assign(read, { keys: raw.annotation?.keys ?? [], causedBy }, (found) =>
      store.insert({ ...read.exchange, ...inherit(read.exchange, found) }, searchText),
    )
    if (raw.direction === 'in' && raw.cause !== 0) rememberCause(raw, summary)
    return summary
  }

  function rememberCause({ cause }: RawExchange, { signIn, client_id, user }: ExchangeSummary): void {
    putLast(causes, cause, { signIn, client_id, user }, MOST_CAUSES)
  }

  return {
    write(batch, dropped) {
      const prepared = batch.map((packed) => prepare(packed, mount)).filter((each) => each !== undefined)
      const missing = dropped + lost + batch.length - prepared.length
      const written = store.batch(() => {
        if (missing > 0) store.countDropped(missing)
        return prepared.map(writeOne)
      })
      lost = 0
      return written
    },
    import: (exchanges, from) => store.batch(() => importExchanges(store, exchanges, from)),
    countLost: (count) => void (lost += count),
  }
}

interface Prepared {
  readonly raw: RawExchange
  readonly read: ReadExchange
  readonly searchText: string
}

/** One exchange that cannot be understood costs itself, and not those that it came with. */
function prepare(packed: PackedExchange, mount: string): Prepared | undefined {
  try {
    const raw = unpackExchange(packed)
    const read = readExchange(raw, mount)
    return { raw, read, searchText: buildSearchText(read.exchange) }
  } catch {
    return undefined
  }
}

/** What an exchange does not say itself is known of whoever got the value that it presents. */
function inherit(exchange: Found, { signIn, client_id, user }: Found): Found {
  return {
    ...(signIn !== undefined && { signIn }),
    client_id: exchange.client_id ?? client_id,
    user: exchange.user ?? user,
  }
}
