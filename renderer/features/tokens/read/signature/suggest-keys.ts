import type { ClientView } from '#shared/contract/calls/clients.ts'
import { isJsonObject, type JsonObject } from '#shared/tokens/json-object.ts'
import type { Jws } from '#shared/tokens/token.ts'

/** What the choice of keys begins with. */
export interface SuggestedKeys {
  readonly from: 'issuer' | 'address' | 'key' | 'secret'
  readonly address?: string | undefined
  readonly key?: string | undefined
}

interface Known {
  readonly issuer: string | undefined
  readonly clients: readonly ClientView[]
}

/** Where the keys of a token are most likely to be. Nothing is fetched from anywhere that the token names by itself. */
export function suggestKeys({ header, claims = {} }: Jws, kind: string, { issuer, clients }: Known): SuggestedKeys {
  const { alg, jwk } = header
  if (isJsonObject(jwk) && kind === 'dpop-proof') return { from: 'key', key: JSON.stringify(jwk, null, 2) }
  if (typeof alg === 'string' && alg.startsWith('HS')) return { from: 'secret' }
  const iss = claims['iss'] ?? claims['client_id']
  const client = clients.find(({ client_id }) => client_id === iss)
  if (client !== undefined) return keysOf(client)
  if (typeof iss === 'string' && /^https?:\/\//.test(iss) && iss !== issuer) return { from: 'address', address: iss }
  return { from: 'issuer' }
}

function keysOf(client: JsonObject): SuggestedKeys {
  const { jwks, jwks_uri } = client
  if (typeof jwks_uri === 'string') return { from: 'address', address: jwks_uri }
  return isJsonObject(jwks) ? { from: 'key', key: JSON.stringify(jwks, null, 2) } : { from: 'key' }
}
