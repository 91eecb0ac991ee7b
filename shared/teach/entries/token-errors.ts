import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { ciba, METADATA_DOCUMENT, rfc } from '../specs.ts'
import { BOTH } from './error-contexts.ts'

export const TOKEN_ERRORS = buildEntries('error', ['token response'], {
  invalid_grant: {
    summary: 'The code, refresh token, assertion or password is wrong, used, over, or of another client.',
    detail: rich`Traffic shows which of them, under the reason that clients do not see. Frequent: a code used twice, another {redirect_uri}, another {code_verifier}.`,
    specs: [rfc(6749, '5.2')],
  },
  invalid_client: {
    summary: 'The client is unknown, or did not prove who it is as it is registered to.',
    detail: rich`A wrong secret, {client_secret_post} instead of {client_secret_basic}, a metadata document that cannot be had.`,
    where: BOTH,
    specs: [rfc(6749, '5.2'), METADATA_DOCUMENT],
  },
  unsupported_grant_type: { summary: 'No such grant exists here.', specs: [rfc(6749, '5.2')] },
  authorization_pending: {
    summary: 'The user has not answered yet: ask again after the interval.',
    detail: rich`Not a fault. It is the answer to every poll until the user decides.`,
    specs: [rfc(8628, '3.5'), ciba('11')],
  },
  slow_down: {
    summary: 'The client polls too often: five seconds more from now on.',
    specs: [rfc(8628, '3.5'), ciba('11')],
  },
  expired_token: {
    summary: "The device's code, or the request, is over: start again.",
    specs: [rfc(8628, '3.5'), ciba('11')],
  },
  invalid_dpop_proof: {
    summary: 'The DPoP proof does not fit the request.',
    detail: rich`Compare {htm}, {htu}, {iat}, {ath} and the key; a proof is good once.`,
    where: ['token response', 'pushed authorization response', 'userinfo response', 'API response'],
    specs: [rfc(9449, '5'), rfc(9449, '7.1')],
  },
  use_dpop_nonce: {
    summary: 'The proof must carry the value of the DPoP-Nonce header: try again with it.',
    where: ['token response', 'pushed authorization response', 'userinfo response', 'API response'],
    specs: [rfc(9449, '8')],
  },
  unsupported_token_type: {
    summary: 'Tokens of this kind cannot be revoked here.',
    where: ['revocation response'],
    specs: [rfc(7009, '2.2.1')],
  },
})

export const BACKCHANNEL_ERRORS = buildEntries('error', ['backchannel authentication response'], {
  unknown_user_id: { summary: 'Nobody here is meant by the hint.', specs: [ciba('13')] },
  invalid_binding_message: {
    summary: 'The binding message is too long, or has characters that may not be shown.',
    specs: [ciba('13')],
  },
  expired_login_hint_token: { summary: 'The login_hint_token is over.', specs: [ciba('13')] },
  missing_user_code: { summary: "The user's code is needed.", specs: [ciba('13')] },
  invalid_user_code: { summary: "The user's code is wrong.", specs: [ciba('13')] },
  transaction_failed: {
    summary: 'Something kept the issuer from completing the request.',
    detail: rich`It belongs to the push mode, which is not offered here.`,
    specs: [ciba('12')],
  },
})
