import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'

/** Members that one detail of a rich authorization request may have, whatever its type (RFC 9396 section 2.2). */
export const AUTHORIZATION_DETAILS = buildEntries('parameter', ['authorization_details'], {
  type: {
    summary: 'What kind of thing is asked for; it decides which other members there may be.',
    detail: rich`Some API must know it, and the client may be limited to some by {authorization_details_types}.`,
    specs: [rfc(9396, '2.1')],
  },
  locations: { summary: 'The APIs that it is about, by their addresses.', specs: [rfc(9396, '2.2')] },
  actions: { summary: 'What is to be done there.', specs: [rfc(9396, '2.2')] },
  datatypes: { summary: 'Which kinds of data it is about.', specs: [rfc(9396, '2.2')] },
  identifier: { summary: 'The one thing that it is about, by its name at the API.', specs: [rfc(9396, '2.2')] },
  privileges: { summary: 'As what, or how far, the access goes.', specs: [rfc(9396, '2.2')] },
})
