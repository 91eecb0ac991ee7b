import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'

/** With a challenge in `WWW-Authenticate`. */
export const API_ERRORS = buildEntries('error', ['API response', 'userinfo response', 'registration response'], {
  invalid_token: {
    summary: 'The access token is over, revoked, for another API, or not of this issuer.',
    detail: rich`Get a new one. The description says which of them it is.`,
    specs: [rfc(6750, '3.1')],
  },
  insufficient_scope: {
    summary: 'The token is good, and not good for this.',
    detail: rich`{scope} in the challenge says what the call needs: ask for it, with the user.`,
    specs: [rfc(6750, '3.1')],
  },
})

export const REGISTRATION_ERRORS = buildEntries('error', ['registration response'], {
  invalid_client_metadata: {
    summary: 'Something in the metadata may not be so, or does not fit the rest.',
    where: ['registration response', 'authorization response'],
    specs: [rfc(7591, '3.2.2')],
  },
  invalid_software_statement: { summary: 'The software statement is not valid.', specs: [rfc(7591, '3.2.2')] },
  unapproved_software_statement: {
    summary: 'The software statement is not accepted here.',
    specs: [rfc(7591, '3.2.2')],
  },
})
