import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { ciba, OIDC } from '../specs.ts'

/** Client-Initiated Backchannel Authentication: the user is asked on another device, without a browser's redirect. */
export const CIBA_REQUEST = buildEntries('parameter', ['backchannel authentication request'], {
  binding_message: {
    summary: 'A short text that both devices show, so that the user knows they belong together.',
    detail: rich`At most 100 printable ASCII characters here; otherwise {invalid_binding_message}.`,
    specs: [ciba('7.1')],
  },
  login_hint_token: {
    summary: 'A token that says who is to be asked.',
    detail: rich`Not supported here: use {login_hint}.`,
    specs: [ciba('7.1')],
  },
  user_code: {
    summary: "A secret of the user's, against strangers who start requests in their name.",
    detail: rich`Not asked for here: {backchannel_user_code_parameter_supported} is {false}.`,
    specs: [ciba('7.1.2')],
  },
  requested_expiry: {
    summary: 'How many seconds the request should wait for the user; here at most ten minutes.',
    specs: [ciba('7.1')],
  },
  client_notification_token: {
    summary: 'What the issuer shows when it calls the client back, in the ping and push modes.',
    detail: rich`Here clients poll, so it has nothing to do.`,
    specs: [ciba('7.1')],
  },
  request_context: {
    summary: 'Something about the occasion that may help the issuer decide, as FAPI-CIBA has it.',
    detail: rich`Taken here and not used.`,
    specs: [OIDC.fapiCiba],
  },
})

export const CIBA_RESPONSE = buildEntries('parameter', ['backchannel authentication response'], {
  auth_req_id: {
    summary: 'Names the request; the client polls the token endpoint with it.',
    specs: [ciba('7.3')],
  },
  expires_in: { summary: 'How many seconds the request waits for the user.', specs: [ciba('7.3')] },
  interval: {
    summary: 'How many seconds to wait between two polls.',
    detail: rich`Five where it is left out; sooner is {slow_down}.`,
    specs: [ciba('7.3')],
  },
})
