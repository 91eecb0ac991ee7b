import type { Endpoint, RecordedResponse } from '#shared/model/exchange.ts'

import { parseObject } from './read-jwt.ts'
import type { Parameters } from './read-parameters.ts'

/** What the issuer called for, told from what it sent and what it got. */
export function recogniseOutgoing(
  url: URL | undefined,
  sent: Parameters,
  response: RecordedResponse | 'aborted',
): Endpoint {
  if (sent['logout_token'] !== undefined) return 'outgoing_backchannel_logout'
  if (sent['token'] !== undefined) return 'outgoing_introspection'
  const got = response === 'aborted' ? undefined : parseObject(response.body.text)
  if (Array.isArray(got?.['keys'])) return 'outgoing_jwks'
  if (typeof got?.['client_id'] === 'string') return 'outgoing_metadata_document'
  return recogniseAddress(url?.pathname ?? '')
}

/** Where nothing useful came back, the address is all there is to go by. */
function recogniseAddress(path: string): Endpoint {
  if (/jwks|keys|certs/i.test(path)) return 'outgoing_jwks'
  return /metadata|client/i.test(path) ? 'outgoing_metadata_document' : 'outgoing_other'
}
