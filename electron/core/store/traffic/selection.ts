import type { ExchangeFilter } from '#shared/model/exchange.ts'

import type { Value } from '../database.ts'

export interface Conditions {
  readonly where: string
  readonly values: readonly Value[]
}

type Condition = readonly [sql: string, ...values: readonly Value[]]

/** Each filter as the condition that an index answers; the search comes last, as the one that reads most. */
export function buildConditions(
  filter: ExchangeFilter & { readonly ids?: readonly number[] | undefined },
  more: readonly Condition[] = [],
): Conditions {
  const { client_id, user, endpoint, status, signIn, hasError, since, until, search, ids } = filter
  const conditions: (Condition | undefined)[] = [
    ...more,
    ids === undefined ? undefined : ['id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)],
    client_id === undefined ? undefined : ['client_id = ?', client_id],
    user === undefined ? undefined : ['user = ?', user],
    endpoint === undefined ? undefined : ['endpoint = ?', endpoint],
    status === undefined ? undefined : statusCondition(status),
    signIn === undefined ? undefined : ['sign_in = ?', signIn],
    hasError === undefined ? undefined : [hasError ? 'error IS NOT NULL' : 'error IS NULL'],
    since === undefined ? undefined : ['started_at >= ?', since],
    until === undefined ? undefined : ['started_at < ?', until],
    searchCondition(search),
  ]
  const given = conditions.filter((condition) => condition !== undefined)
  return {
    where: given.length === 0 ? '' : `WHERE ${given.map(([sql]) => sql).join(' AND ')}`,
    values: given.flatMap(([, ...values]) => values),
  }
}

/** 4 means the class, 404 the status. */
function statusCondition(status: number): Condition {
  return status < 10 ? ['status >= ? AND status < ?', status * 100, (status + 1) * 100] : ['status = ?', status]
}

function searchCondition(search: string | undefined): Condition | undefined {
  const query = buildMatch(search ?? '')
  return query === undefined
    ? undefined
    : ['id IN (SELECT rowid FROM exchange_text WHERE exchange_text MATCH ?)', query]
}

/** Every word must stand somewhere, the end of a word may be left out; quotes keep FTS5's own syntax out of it. */
export function buildMatch(search: string): string | undefined {
  const words = search.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) return undefined
  return words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ')
}
