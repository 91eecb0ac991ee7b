import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'

export const TOKEN_RESPONSE = buildEntries('parameter', ['token response'], {
  access_token: {
    summary: 'What the application shows to an API.',
    detail: rich`It is meant for the API alone: an application that reads it, even where it is a JWT, breaks when the issuer changes its form. Send it in {Authorization}.`,
    specs: [rfc(6749, '5.1'), rfc(9068, '2')],
  },
  token_type: {
    summary: 'How the access token is to be shown: Bearer, or DPoP with a proof.',
    detail: rich`{DPoP} means that the token is bound to a key; sent as {Bearer} it is refused. Compare it without regard to case.`,
    specs: [rfc(6749, '7.1'), rfc(9449, '5')],
  },
  expires_in: {
    summary: 'How many seconds the access token is good for.',
    detail: rich`An API may refuse it earlier, when it was revoked.`,
    specs: [rfc(6749, '5.1')],
  },
  refresh_token: {
    summary: 'What brings new tokens later, without the user.',
    detail: rich`Given where {offline_access} was asked for and granted, or where the client always gets one. Each use brings a new one here: keep the newest.`,
    specs: [rfc(6749, '1.5'), rfc(6749, '6'), core('11')],
  },
  id_token: {
    summary: 'A signed JWT about the sign-in, for the application.',
    detail: rich`Given when {openid} was granted. Check the signature, {iss}, {aud}, {exp} and {nonce}. It is no ticket for APIs.`,
    specs: [core('3.1.3.3'), core('2')],
  },
  scope: {
    summary: 'What was granted, which may be less than was asked for.',
    detail: rich`May be left out when it is the same.`,
    specs: [rfc(6749, '5.1'), rfc(6749, '3.3')],
  },
  authorization_details: {
    summary: 'What exactly was granted, in the form in which it was asked for.',
    specs: [rfc(9396, '7')],
  },
  issued_token_type: {
    summary: 'What kind of token a token exchange gave.',
    specs: [rfc(8693, '2.2.1'), rfc(8693, '3')],
  },
})
