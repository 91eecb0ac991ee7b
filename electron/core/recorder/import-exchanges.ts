/** What was read from a file, stored as if it had been recorded: recognised, grouped by sign-in, and found by search. */
import { randomUUID } from 'node:crypto'

import type { ImportedExchange } from '#shared/har/imported-exchange.ts'
import type { ExchangeMark, ExchangeSummary } from '#shared/model/exchange.ts'

import { openTrafficStore, type TrafficStore } from '../store/traffic/traffic-store.ts'
import { describeExchange, type Messages, type ReadExchange } from './read-exchange.ts'
import { recogniseForeign } from './recognise-foreign.ts'
import { buildSearchText } from './search-text.ts'
import { createSignIns, type SignIns } from './sign-ins.ts'

export function importExchanges(
  store: TrafficStore,
  exchanges: readonly ImportedExchange[],
  from: string | undefined,
): readonly ExchangeSummary[] {
  // The keys of a file are its own: what it holds again is no part of the sign-in that was recorded here.
  const keys = openTrafficStore(undefined)
  try {
    const signIns = createSignIns({ ...keys, adopt: store.adopt })
    const known = new Map<number, string>()
    return exchanges.map((imported) => importOne({ store, signIns, known, from }, imported))
  } finally {
    keys.close()
  }
}

interface Import {
  readonly store: TrafficStore
  readonly signIns: SignIns
  /** The sign-ins of an export of ours, by their numbers in it. */
  readonly known: Map<number, string>
  readonly from: string | undefined
}

function importOne({ store, signIns, known, from }: Import, imported: ImportedExchange): ExchangeSummary {
  const { ours, note } = imported
  const mark: ExchangeMark = {
    kind: 'imported',
    ...(from !== undefined && { from }),
    ...(ours?.isResent === true && { isResent: true }),
  }
  const beside = { mark, ...(note !== undefined && { note }), ...(ours?.pinned === true && { pinned: true as const }) }
  if (ours === undefined) {
    const read = readForeign(imported)
    const searchText = buildSearchText({ ...read.exchange, ...beside })
    return signIns.assign(read, { keys: [], causedBy: undefined }, ({ signIn, client_id, user }) =>
      store.insert(
        {
          ...read.exchange,
          ...beside,
          ...(signIn !== undefined && { signIn }),
          client_id: read.exchange.client_id ?? client_id,
          user: read.exchange.user ?? user,
        },
        searchText,
      ),
    )
  }
  const { request, response, startedAt, duration, remote } = imported
  const { direction, endpoint, grantType, client_id, user, error, handover, signIn } = ours
  const exchange = {
    direction,
    startedAt,
    duration,
    endpoint,
    grantType,
    client_id,
    user,
    method: request.method,
    url: request.url,
    status: response === 'aborted' ? undefined : response.status,
    error,
    request,
    response,
    handover,
    remote,
    ...beside,
    ...(signIn !== undefined && { signIn: signInOf(known, signIn) }),
  }
  return store.insert(exchange, buildSearchText(exchange))
}

function signInOf(known: Map<number, string>, number: number): string {
  const found = known.get(number) ?? randomUUID()
  known.set(number, found)
  return found
}

/** Another issuer has other addresses: what a request is, is told by what it says. */
function readForeign({ startedAt, duration, request, response }: ImportedExchange): ReadExchange {
  const messages: Messages = { direction: 'in', startedAt, duration, request, response, remote: undefined }
  const read = describeExchange(messages)
  const { endpoint, path } = recogniseForeign(read)
  return { ...describeExchange(messages, { endpoint }), path }
}
