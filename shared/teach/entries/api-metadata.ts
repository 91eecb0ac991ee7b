import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'

/** RFC 9728: what an API says of itself. */
export const API_METADATA = buildEntries('metadata', ['API metadata'], {
  resource: {
    summary: "The API's name, which tokens for it carry as their audience.",
    detail: rich`It must fit the address that the document was found at.`,
    specs: [rfc(9728, '2'), rfc(9728, '3.3')],
  },
  authorization_servers: { summary: 'The issuers whose tokens the API takes.', specs: [rfc(9728, '2')] },
  scopes_supported: { summary: 'The scopes that the API knows.', specs: [rfc(9728, '2')] },
  bearer_methods_supported: {
    summary: 'Where in a request the token may stand: in the header, the body or the address.',
    specs: [rfc(9728, '2')],
  },
  resource_name: { summary: 'A name of the API for people.', specs: [rfc(9728, '2')] },
  resource_documentation: { summary: 'A page for developers about the API.', specs: [rfc(9728, '2')] },
  resource_signing_alg_values_supported: {
    summary: 'Algorithms that the API signs its own answers with.',
    specs: [rfc(9728, '2')],
  },
  dpop_bound_access_tokens_required: { summary: 'Whether the API takes bound tokens alone.', specs: [rfc(9728, '2')] },
})
