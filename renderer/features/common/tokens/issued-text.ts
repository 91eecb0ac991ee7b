/** What is said of tokens that this issuer gave, wherever one is met. */
import type { ForgedWith, TokenKind, TokenState, TokenView } from '#shared/contract/calls/tokens.ts'

export const ISSUED_TEXT = {
  kinds: {
    access_token: 'Access token',
    refresh_token: 'Refresh token',
    id_token: 'ID token',
  } satisfies Record<TokenKind, string>,
  states: {
    active: 'active',
    expired: 'expired',
    revoked: 'revoked',
    rotated: 'rotated',
  } satisfies Record<TokenState, string>,
  formats: { jwt: 'JWT', opaque: 'opaque', encrypted: 'encrypted' } satisfies Record<TokenView['format'], string>,
  forged: 'forged here',
  forgedWith: {
    issuer_key: 'signed with the issuer’s own key',
    other_key: 'signed with a key that is not the issuer’s',
    public_key_hmac: 'an HMAC of the issuer’s public key',
    none: 'not signed',
    kept: 'under the signature of another token',
  } satisfies Record<ForgedWith, string>,
  madeAgo: (span: string) => `made in Forge ${span} ago`,
  given: (client: string, user: string | undefined, span: string) =>
    user === undefined ? `given to ${client} ${span} ago` : `given to ${client} for ${user} ${span} ago`,
  maker: 'the exchange that made it',
  more: 'all about it',
  forgedHere: (count: number) =>
    count === 1
      ? 'This exchange carries a token that was forged here'
      : `This exchange carries ${count} tokens that were forged here`,
} as const
