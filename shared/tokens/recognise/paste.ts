import type { Token } from '../token.ts'

/** One of what was found in a paste. */
export interface Found {
  /** As the protocol calls it there: `id_token` of a token response. */
  readonly name?: string | undefined
  readonly token: Token
}

/** Everything with a name that stood around the tokens, so that `at_hash` and the like can be made again. */
export type Members = Readonly<Record<string, string>>

export const PASTE_FORMS = [
  'token',
  'several tokens',
  'token response',
  'introspection response',
  'claims',
  'keys',
  'JWS in JSON',
  'JWE in JSON',
  'header',
  'HTTP message',
  'command line',
  'address',
  'form',
  'JSON',
] as const

export type PasteForm = (typeof PASTE_FORMS)[number]

export type Paste =
  | { readonly form: 'nothing' }
  | { readonly form: 'unknown'; readonly why: string }
  | { readonly form: PasteForm; readonly found: readonly [Found, ...Found[]]; readonly members: Members }

/** Nothing found is nothing recognised: whoever tried this form lets the next one try. */
export function buildPaste(form: PasteForm, found: readonly Found[], members: Members = {}): Paste | undefined {
  const [first, ...rest] = found
  return first === undefined ? undefined : { form, found: [first, ...rest], members }
}
