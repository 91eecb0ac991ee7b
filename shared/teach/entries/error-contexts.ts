import type { EntryContext } from '../contexts.ts'

/** Through the browser, or where the request was pushed before. */
export const AUTHORIZATION = [
  'authorization response',
  'pushed authorization response',
] as const satisfies readonly EntryContext[]

/** To a client that calls the issuer itself. */
export const DIRECT = [
  'token response',
  'device authorization response',
  'backchannel authentication response',
  'introspection response',
  'revocation response',
] as const satisfies readonly EntryContext[]

export const BOTH = [...AUTHORIZATION, ...DIRECT] as const
