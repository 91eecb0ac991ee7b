import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { ciba, core, discovery, logout, rfc } from '../specs.ts'

/** Where things are. */
export const ISSUER_ADDRESSES = buildEntries('metadata', ['issuer metadata'], {
  issuer: {
    summary: "The issuer's address, and its name in every token.",
    detail: rich`It must be exactly what the document was asked from, and what {iss} says: {localhost} is not {127.0.0.1}, and a slash counts.`,
    specs: [rfc(8414, '2'), rfc(8414, '3.3')],
  },
  authorization_endpoint: {
    summary: 'Where browsers are sent to sign in and agree.',
    specs: [rfc(8414, '2'), rfc(6749, '3.1')],
  },
  token_endpoint: { summary: 'Where clients get tokens.', specs: [rfc(8414, '2'), rfc(6749, '3.2')] },
  userinfo_endpoint: {
    summary: 'Where an access token brings claims about the user.',
    specs: [discovery('3'), core('5.3')],
  },
  jwks_uri: {
    summary: "Where the public keys are that the issuer's signatures are checked with.",
    specs: [rfc(8414, '2')],
  },
  registration_endpoint: { summary: 'Where clients register themselves.', specs: [rfc(8414, '2'), rfc(7591, '3')] },
  introspection_endpoint: {
    summary: 'Where an API asks whether a token is good.',
    specs: [rfc(8414, '2'), rfc(7662, '2')],
  },
  revocation_endpoint: { summary: 'Where a client ends its tokens.', specs: [rfc(8414, '2'), rfc(7009, '2')] },
  pushed_authorization_request_endpoint: {
    summary: 'Where a client leaves its authorization request beforehand.',
    specs: [rfc(9126, '5')],
  },
  device_authorization_endpoint: { summary: 'Where a device gets its codes.', specs: [rfc(8628, '4')] },
  backchannel_authentication_endpoint: {
    summary: 'Where a client asks for a user who is elsewhere.',
    specs: [ciba('4')],
  },
  end_session_endpoint: { summary: 'Where browsers are sent to sign out.', specs: [logout('2.1')] },
  service_documentation: { summary: 'The address of a page about the issuer for developers.', specs: [rfc(8414, '2')] },
  op_policy_uri: { summary: "The address of what clients may do with the issuer's data.", specs: [rfc(8414, '2')] },
  op_tos_uri: { summary: "The address of the issuer's terms of service.", specs: [rfc(8414, '2')] },
})
