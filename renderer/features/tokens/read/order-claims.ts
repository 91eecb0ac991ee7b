import type { JsonObject } from '#shared/tokens/json-object.ts'

/** What decides over a token, in the order in which one asks. */
const FIRST = [
  'active',
  'iss',
  'sub',
  'aud',
  'azp',
  'client_id',
  'scope',
  'exp',
  'iat',
  'nbf',
  'auth_time',
  'nonce',
  'at_hash',
  'c_hash',
  's_hash',
  'acr',
  'amr',
  'cnf',
]

/** The protocol's own claims first, and the rest as they came. */
export function orderClaims(claims: JsonObject): JsonObject {
  const place = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  return Object.fromEntries(Object.entries(claims).toSorted(([one], [other]) => place(one) - place(other)))
}
