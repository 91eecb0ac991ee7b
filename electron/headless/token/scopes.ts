import { decodeJwt } from './decode.ts'
import type { TokenResponse } from './token-request.ts'

/**
 * What was asked for and is not in the token. RFC 6749 section 5.1: a response without `scope` grants all of it; where
 * the token itself says otherwise, the token is right.
 */
export function scopesNotGranted(asked: string | undefined, tokens: TokenResponse): readonly string[] {
  if (asked === undefined) return []
  const granted = new Set((tokens.scope ?? scopeInToken(tokens) ?? asked).split(' '))
  return asked.split(' ').filter((scope) => scope !== '' && !granted.has(scope))
}

/** Only where RFC 9068 fixes what the claim is called and that it is there. */
function scopeInToken({ access_token }: TokenResponse): string | undefined {
  const { header, payload } = decodeJwt(access_token) ?? {}
  if (read(header, 'typ') !== 'at+jwt') return undefined
  const scope = read(payload, 'scope')
  return typeof scope === 'string' ? scope : ''
}

function read(part: unknown, name: string): unknown {
  return typeof part === 'object' && part !== null
    ? new Map<string, unknown>(Object.entries(part)).get(name)
    : undefined
}
