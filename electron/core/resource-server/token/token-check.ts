import type { Claims } from './access-token.ts'

/** Either what the token says, or why it is refused; `inner` is what the API keeps to itself and to its log. */
export type TokenCheck = { readonly claims: Claims } | { readonly reason: string; readonly inner?: string | undefined }
