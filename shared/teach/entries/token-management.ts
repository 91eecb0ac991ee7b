import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'

const BOTH = ['introspection request', 'revocation request'] as const

/** Asking about a token, and ending it. */
export const TOKEN_MANAGEMENT = buildEntries('parameter', BOTH, {
  token: {
    summary: 'The token that the request is about.',
    detail: rich`Revoking a token that nobody knows succeeds, since it is of no use either way. Asking about one answers that it is not {active}, and nothing more.`,
    specs: [rfc(7662, '2.1'), rfc(7009, '2.1')],
  },
  token_type_hint: {
    summary: 'Whether it is an access token or a refresh token, so that it is found sooner.',
    detail: rich`A wrong hint costs nothing but time.`,
    specs: [rfc(7662, '2.1'), rfc(7009, '2.1')],
  },
})

/** A token where a header has no place: in a form, or in an address. */
export const TOKEN_IN_REQUEST = buildEntries('parameter', ['userinfo request', 'API request'], {
  access_token: {
    summary: 'The access token in a form or an address instead of the header.',
    detail: rich`Addresses end in logs and histories, so RFC 9700 forbids them, and the demo APIs take the header alone.`,
    specs: [rfc(6750, '2.2'), rfc(6750, '2.3'), rfc(9700, '4.3.2')],
  },
  scope: {
    summary: 'Limits what UserInfo tells to the claims of these scopes, which the token must have.',
    where: ['userinfo request'],
    specs: [core('5.4')],
  },
})
