import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { backchannelLogout, ciba, core, discovery, METADATA_DOCUMENT, OIDC, rfc } from '../specs.ts'

/** What it can do. */
export const ISSUER_CAPABILITIES = buildEntries('metadata', ['issuer metadata'], {
  scopes_supported: {
    summary: 'The scopes that can be asked for.',
    detail: rich`Those of OpenID Connect and of all APIs together; which go with which API, its own metadata says.`,
    specs: [rfc(8414, '2')],
  },
  response_types_supported: {
    summary: 'The kinds of answer that can be asked for through the browser.',
    specs: [rfc(8414, '2')],
  },
  response_modes_supported: {
    summary: 'The ways in which answers can travel to the application.',
    specs: [rfc(8414, '2'), OIDC.responseModes],
  },
  grant_types_supported: { summary: 'The grants that the token endpoint knows.', specs: [rfc(8414, '2')] },
  acr_values_supported: { summary: 'How strongly users can sign in.', specs: [discovery('3')] },
  subject_types_supported: {
    summary: 'Whether users have the same name for all clients, or one for each.',
    specs: [discovery('3'), core('8')],
  },
  claims_supported: { summary: 'The claims that the issuer may have about a user.', specs: [discovery('3')] },
  claim_types_supported: {
    summary: "Whether claims are the issuer's own or of others; here they are its own.",
    specs: [discovery('3'), core('5.6')],
  },
  claims_parameter_supported: { summary: 'Whether single claims can be asked for by claims.', specs: [discovery('3')] },
  claims_locales_supported: { summary: 'Languages in which claims can be had.', specs: [discovery('3')] },
  ui_locales_supported: { summary: "Languages of the issuer's pages.", specs: [rfc(8414, '2')] },
  display_values_supported: { summary: 'The values of display that the issuer knows.', specs: [discovery('3')] },
  prompt_values_supported: { summary: 'The values of prompt that the issuer knows.', specs: [OIDC.promptCreate] },
  code_challenge_methods_supported: {
    summary: 'The PKCE methods that the issuer takes.',
    detail: rich`A client that does not find {S256} here cannot rely on PKCE.`,
    specs: [rfc(8414, '2'), rfc(9700, '2.1.1')],
  },
  token_endpoint_auth_methods_supported: { summary: 'How clients can prove who they are.', specs: [rfc(8414, '2')] },
  introspection_endpoint_auth_methods_supported: {
    summary: 'How clients can prove who they are at introspection.',
    specs: [rfc(8414, '2')],
  },
  revocation_endpoint_auth_methods_supported: {
    summary: 'How clients can prove who they are at revocation.',
    specs: [rfc(8414, '2')],
  },
  request_parameter_supported: { summary: 'Whether requests can be sent as one signed JWT.', specs: [discovery('3')] },
  request_uri_parameter_supported: {
    summary: 'Whether the issuer fetches signed requests from addresses of the web.',
    detail: rich`It does not, here; pushed requests work all the same.`,
    specs: [discovery('3')],
  },
  require_request_uri_registration: {
    summary: 'Whether the addresses of signed requests must be registered.',
    specs: [discovery('3')],
  },
  require_pushed_authorization_requests: { summary: 'Whether every request must be pushed.', specs: [rfc(9126, '5')] },
  require_signed_request_object: { summary: 'Whether every request must be signed.', specs: [rfc(9101, '10.5')] },
  authorization_response_iss_parameter_supported: {
    summary: 'Whether answers through the browser say by iss which issuer they are from.',
    detail: rich`Where it is {true}, a client refuses an answer without.`,
    specs: [rfc(9207, '3')],
  },
  authorization_details_types_supported: {
    summary: 'The types of authorization_details that some API knows.',
    specs: [rfc(9396, '10')],
  },
  backchannel_logout_supported: {
    summary: "Whether the issuer tells clients that a user's session has ended.",
    specs: [backchannelLogout('2.1')],
  },
  backchannel_logout_session_supported: {
    summary: 'Whether the issuer names the session in logout tokens.',
    specs: [backchannelLogout('2.1')],
  },
  backchannel_token_delivery_modes_supported: {
    summary: 'How clients learn of the outcome of backchannel requests.',
    specs: [ciba('4')],
  },
  backchannel_user_code_parameter_supported: {
    summary: 'Whether users have codes against unwanted backchannel requests.',
    specs: [ciba('4')],
  },
  client_id_metadata_document_supported: {
    summary: 'Whether a client can be known by the address of its own metadata.',
    specs: [METADATA_DOCUMENT],
  },
})
