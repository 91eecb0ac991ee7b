import type { HeaderPair } from '../model/exchange.ts'
import type { Context } from './flow.ts'
import { knownText } from './known.ts'

/** RFC 6750 section 2.1. */
export function bearer(context: Context, name = 'access_token'): HeaderPair {
  return ['authorization', `Bearer ${knownText(context, name)}`]
}
