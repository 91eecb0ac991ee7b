/**
 * The tokens that a recorded exchange gave out. JWTs are stored nowhere else: a write for each would make every token
 * slower, and what the recorder keeps beside says all there is to know.
 */
import type { TokenKind } from '#shared/contract/calls/tokens.ts'
import { TOKEN_KINDS } from '#shared/contract/calls/tokens.ts'
import type { Endpoint, Exchange } from '#shared/model/exchange.ts'

import { handedOver } from '../../recorder/read-error.ts'
import { parseObject } from '../../recorder/read-jwt.ts'

export interface IssuedToken {
  readonly kind: TokenKind
  readonly token: string
  readonly exchange: Exchange
  /** What stood beside it in the answer. */
  readonly beside: Readonly<Record<string, unknown>>
}

/** Where tokens are given out. */
export const GIVING_ENDPOINTS = ['token', 'authorization'] as const satisfies readonly Endpoint[]

export function readIssued(exchange: Exchange): readonly IssuedToken[] {
  const beside = readAnswer(exchange)
  return TOKEN_KINDS.flatMap((kind) => {
    const token = beside[kind]
    return typeof token === 'string' && token !== '' ? [{ kind, token, exchange, beside }] : []
  })
}

function readAnswer({ direction, endpoint, response, handover }: Exchange): Readonly<Record<string, unknown>> {
  if (direction !== 'in' || response === 'aborted') return {}
  if (endpoint === 'token') return response.status < 400 ? (parseObject(response.body.text) ?? {}) : {}
  return endpoint === 'authorization' && handover ? handedOver(handover) : {}
}
