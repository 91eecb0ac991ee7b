import { buildEntries } from '../entry.ts'
import { ciba, discovery, jarm, rfc } from '../specs.ts'

/** What it signs with, and what it takes. */
export const ISSUER_ALGORITHMS = buildEntries('metadata', ['issuer metadata'], {
  id_token_signing_alg_values_supported: {
    summary: 'Algorithms that ID tokens can be signed with.',
    specs: [discovery('3')],
  },
  userinfo_signing_alg_values_supported: {
    summary: 'Algorithms that UserInfo answers can be signed with.',
    specs: [discovery('3')],
  },
  introspection_signing_alg_values_supported: {
    summary: 'Algorithms that introspection answers can be signed with.',
    specs: [rfc(9701, '7')],
  },
  authorization_signing_alg_values_supported: {
    summary: 'Algorithms that authorization responses can be signed with.',
    specs: [jarm('4')],
  },
  request_object_signing_alg_values_supported: {
    summary: 'Algorithms that clients may sign their requests with.',
    specs: [discovery('3')],
  },
  token_endpoint_auth_signing_alg_values_supported: {
    summary: 'Algorithms that clients may sign their assertions with.',
    specs: [rfc(8414, '2')],
  },
  dpop_signing_alg_values_supported: {
    summary: 'Algorithms that DPoP proofs may be signed with.',
    where: ['issuer metadata', 'API metadata'],
    specs: [rfc(9449, '5.1'), rfc(9728, '2')],
  },
  backchannel_authentication_request_signing_alg_values_supported: {
    summary: 'Algorithms that clients may sign backchannel requests with.',
    specs: [ciba('4')],
  },
})
