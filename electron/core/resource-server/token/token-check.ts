import type { Claims } from './access-token.ts'

/** Either what the token says, or why it is refused. */
export type TokenCheck = { readonly claims: Claims } | { readonly reason: string }
