import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { backchannelLogout, ciba, core, jarm, registration, rfc } from '../specs.ts'
import { CLIENT } from './client-contexts.ts'

/** How it proves itself, and what is signed for it. */
export const CLIENT_AUTHENTICATION_METADATA = buildEntries('metadata', CLIENT, {
  client_secret: {
    summary: 'The secret that client and issuer share.',
    detail: rich`Whatever runs in a browser, or is installed by users, cannot keep one: it is a public client with {none}.`,
    specs: [rfc(7591, '3.2.1'), rfc(6749, '2.1')],
  },
  token_endpoint_auth_method: {
    summary: 'How the application proves who it is when it calls the issuer.',
    detail: rich`{client_secret_basic} and {client_secret_post} send the secret, {client_secret_jwt} and {private_key_jwt} sign with it or a key, {none} proves nothing. It holds for every endpoint that a client calls directly; another way than the registered one is {invalid_client}.`,
    specs: [rfc(7591, '2'), core('9')],
  },
  token_endpoint_auth_signing_alg: {
    summary: 'The algorithm that the application signs its assertions with.',
    specs: [registration('2')],
  },
  jwks: {
    summary: "The application's public keys.",
    detail: rich`Either this or {jwks_uri}.`,
    specs: [rfc(7591, '2')],
  },
  jwks_uri: {
    summary: "Where the application's public keys are.",
    detail: rich`So it can change them without registering again.`,
    specs: [rfc(7591, '2')],
  },
  dpop_bound_access_tokens: {
    summary: 'Whether the application always binds its tokens to a key by DPoP.',
    detail: rich`A token request without a proof is then refused.`,
    specs: [rfc(9449, '5.2')],
  },
  require_pushed_authorization_requests: {
    summary: 'Whether the application must push its authorization requests.',
    specs: [rfc(9126, '6')],
  },
  require_signed_request_object: {
    summary: 'Whether the application must sign its authorization requests.',
    specs: [rfc(9101, '10.5')],
  },
  request_object_signing_alg: {
    summary: 'The algorithm that the application signs its authorization requests with.',
    specs: [registration('2')],
  },
  tls_client_certificate_bound_access_tokens: {
    summary: 'Whether tokens are bound to the TLS certificate of the application.',
    detail: rich`Not offered here; DPoP does the same without certificates.`,
    specs: [rfc(8705, '3.4')],
  },
})

export const CLIENT_SIGNATURES = buildEntries('metadata', CLIENT, {
  id_token_signed_response_alg: {
    summary: 'The algorithm that ID tokens for the application are signed with.',
    specs: [registration('2')],
  },
  userinfo_signed_response_alg: {
    summary: 'The algorithm that UserInfo answers are signed with; left out, they are plain JSON.',
    specs: [registration('2')],
  },
  introspection_signed_response_alg: {
    summary: 'The algorithm that introspection answers are signed with.',
    specs: [rfc(9701, '6')],
  },
  authorization_signed_response_alg: {
    summary: 'The algorithm that signed authorization responses have.',
    specs: [jarm('3')],
  },
})

export const CLIENT_BACKCHANNEL = buildEntries('metadata', CLIENT, {
  backchannel_logout_uri: {
    summary: "Where the application is told that a user's session has ended.",
    specs: [backchannelLogout('2.2')],
  },
  backchannel_logout_session_required: {
    summary: "Whether the application needs the session's name, sid, in logout tokens.",
    specs: [backchannelLogout('2.2')],
  },
  backchannel_token_delivery_mode: {
    summary: 'How the application learns of the outcome of a backchannel request; here by polling.',
    specs: [ciba('4')],
  },
  backchannel_client_notification_endpoint: {
    summary: 'Where the issuer would call the application back in the ping and push modes.',
    specs: [ciba('4')],
  },
  backchannel_authentication_request_signing_alg: {
    summary: 'The algorithm that the application signs its backchannel requests with.',
    specs: [ciba('4')],
  },
  backchannel_user_code_parameter: {
    summary: "Whether the application can send the user's code along with a backchannel request.",
    specs: [ciba('4')],
  },
})

/** What only the answer to a registration has. */
export const REGISTRATION_RESPONSE = buildEntries('metadata', ['registration response', 'client metadata'], {
  client_id_issued_at: {
    summary: 'When the client was registered, in seconds since 1970.',
    specs: [rfc(7591, '3.2.1')],
  },
  client_secret_expires_at: {
    summary: 'When the secret ends, in seconds since 1970; 0 means never.',
    specs: [rfc(7591, '3.2.1')],
  },
  registration_access_token: {
    summary: 'The token with which the client reads, changes and removes its own registration.',
    specs: [rfc(7592, '3')],
  },
  registration_client_uri: {
    summary: 'Where the client reads, changes and removes its own registration.',
    detail: rich`Use it as it is, do not put it together.`,
    specs: [rfc(7592, '3')],
  },
})
