import { ENDPOINTS, type ExchangeFilter, type Sender } from '#shared/model/exchange.ts'
import { type IssuerPlace, PARTIES } from '#shared/traffic/parties.ts'

import type { Value } from '../database.ts'
import { buildMatch } from './search.ts'
import type { Condition } from './withheld.ts'

/** What is asked for. Who sent something cannot be told without the issuer's place. */
export type Selection = ExchangeFilter & {
  readonly ids?: readonly number[] | undefined
  readonly place?: IssuerPlace | undefined
}

export interface Conditions {
  readonly from: string
  /** The column to order by. */
  readonly id: string
  readonly where: string
  readonly values: readonly Value[]
}

interface Bounds {
  readonly before?: number | undefined
  readonly after?: number | undefined
}

/** A search is walked in the order of its ids, so that a page of a common word ends with the page. */
const SEARCHED = 'exchange_text CROSS JOIN exchanges ON exchanges.id = exchange_text.rowid'

export function buildConditions(
  filter: Selection,
  { before, after }: Bounds = {},
  only: (id: string) => readonly Condition[] = () => [],
): Conditions {
  const { client_id, user, endpoint, status, signIn, hasError, hasNote, isPinned, mark, actor } = filter
  const { since, until, search, ids, place } = filter
  const match = search === undefined || search.trim() === '' ? undefined : buildMatch(search, filter)
  const id = match === undefined ? 'exchanges.id' : 'exchange_text.rowid'
  const conditions: (Condition | undefined)[] = [
    match === undefined ? undefined : ['exchange_text MATCH ?', match],
    ...(match === undefined ? [] : narrow(filter)),
    ...only(id),
    before === undefined ? undefined : [`${id} < ?`, before],
    after === undefined ? undefined : [`${id} > ?`, after],
    ids === undefined ? undefined : ['exchanges.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)],
    client_id === undefined ? undefined : ['client_id = ?', client_id],
    user === undefined ? undefined : ['user = ?', user],
    endpoint === undefined ? undefined : ['endpoint = ?', endpoint],
    status === undefined ? undefined : statusCondition(status),
    signIn === undefined ? undefined : ['sign_in = ?', signIn],
    hasError === undefined ? undefined : [isThere('error', hasError)],
    hasNote === undefined ? undefined : [isThere('note', hasNote)],
    isPinned === undefined ? undefined : [isThere('pinned', isPinned)],
    mark === undefined ? undefined : ["mark IS NOT NULL AND mark ->> 'kind' = ?", mark],
    actor === undefined ? undefined : senderCondition(actor, place),
    since === undefined ? undefined : ['started_at >= ?', since],
    until === undefined ? undefined : ['started_at < ?', until],
  ]
  const given = conditions.filter((condition) => condition !== undefined)
  return {
    from: match === undefined ? 'exchanges' : SEARCHED,
    id,
    where: given.length === 0 ? '' : `WHERE ${given.map(([sql]) => sql).join(' AND ')}`,
    values: given.flatMap(([, ...values]) => values),
  }
}

/** Where a sign-in or a span of time lies among the ids, so that a search does not walk all the rest. */
function narrow({ signIn, since, until }: ExchangeFilter): Condition[] {
  const spans: (Condition | undefined)[] = [
    signIn === undefined ? undefined : ['sign_in = ?', signIn],
    since === undefined ? undefined : ['started_at >= ?', since],
    until === undefined ? undefined : ['started_at < ?', until],
  ]
  return spans
    .filter((span) => span !== undefined)
    .flatMap(([sql, ...values]): Condition[] => [
      [`exchange_text.rowid >= (SELECT min(id) FROM exchanges WHERE ${sql})`, ...values],
      [`exchange_text.rowid <= (SELECT max(id) FROM exchanges WHERE ${sql})`, ...values],
    ])
}

function isThere(column: string, wanted: boolean): string {
  return `${column} IS ${wanted ? 'NOT NULL' : 'NULL'}`
}

/** 4 means the class, 404 the status. */
function statusCondition(status: number): Condition {
  return status < 10 ? ['status >= ? AND status < ?', status * 100, (status + 1) * 100] : ['status = ?', status]
}

/** Asked by the screens' own function; of all that was recorded only a few went out. */
export const AT_ISSUER = 'is_issuer_address'

function senderCondition(actor: Sender, place: IssuerPlace | undefined): Condition {
  const endpoints = JSON.stringify(ENDPOINTS.filter((endpoint) => PARTIES[endpoint].from === actor))
  const isOwnApi = `(direction = 'out' AND ${AT_ISSUER}(url, ?, ?))`
  const isNamed = 'endpoint IN (SELECT value FROM json_each(?))'
  const at = [place?.issuer ?? '', place?.ports.issuer ?? 0] as const
  return actor === 'api'
    ? [`(${isNamed} OR ${isOwnApi})`, endpoints, ...at]
    : [`(${isNamed} AND NOT ${isOwnApi})`, endpoints, ...at]
}
