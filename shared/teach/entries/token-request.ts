import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { ciba, core, rfc } from '../specs.ts'

/** What the grants bring to the token endpoint. */
export const TOKEN_REQUEST = buildEntries('parameter', ['token request'], {
  grant_type: {
    summary: 'What the client has to show for the tokens that it wants.',
    detail: rich`{authorization_code}, {refresh_token}, {client_credentials}, {password}, or one of the long names of device codes, CIBA, token exchange and JWT assertions. The client must be registered for it, else the answer is {unauthorized_client}.`,
    specs: [rfc(6749, '4.1.3'), rfc(7591, '2')],
  },
  code: {
    title: 'Authorization code',
    summary: 'The code that came to the redirect address.',
    detail: rich`It is good once, for a short time, for the client it was made for, and with the same {redirect_uri}. Everything else is {invalid_grant}.`,
    specs: [rfc(6749, '4.1.3')],
  },
  redirect_uri: {
    summary: 'The same address that the authorization request had.',
    detail: rich`Required when it was sent there, and compared letter by letter. It shows that the code went where it was meant to go.`,
    specs: [rfc(6749, '4.1.3')],
  },
  code_verifier: {
    title: 'PKCE verifier',
    summary: 'The secret whose hash the authorization request carried.',
    detail: rich`43 to 128 letters, digits and {- . _ ~}. Its SHA-256 in base64url must be the {code_challenge}; otherwise {invalid_grant}.`,
    specs: [rfc(7636, '4.1'), rfc(7636, '4.6')],
  },
  refresh_token: {
    summary: 'The refresh token that new tokens are wanted for.',
    detail: rich`Here each use gives a new one and ends the old one. An old one that comes back is taken for stolen, and all that hangs on the grant ends.`,
    specs: [rfc(6749, '6'), rfc(9700, '4.14')],
  },
  username: {
    summary: "The user's name, in the password grant.",
    specs: [rfc(6749, '4.3.2')],
  },
  password: {
    summary: "The user's password, in the password grant.",
    detail: rich`The application gets to see it, which is what OAuth was made to avoid; a second factor has no place in it either. RFC 9700 says that it must not be used.`,
    specs: [rfc(6749, '4.3.2'), rfc(9700, '2.4')],
  },
  device_code: {
    summary: 'What the device was given beside the code that it shows.',
    detail: rich`Poll with it every {interval} seconds. {authorization_pending} means not yet, {slow_down} means five seconds more from now on, {expired_token} and {access_denied} mean the end.`,
    specs: [rfc(8628, '3.4')],
  },
  auth_req_id: {
    summary: 'Names the backchannel request whose outcome is wanted.',
    detail: rich`Poll with it every {interval} seconds until the user has agreed or refused.`,
    specs: [ciba('10.1')],
  },
  assertion: {
    summary: 'A JWT that the client signed, which stands in for a grant.',
    detail: rich`{iss} is the client, {sub} the user it is about, {aud} the issuer; {exp} must lie ahead, and a {jti} is good once.`,
    specs: [rfc(7523, '2.1'), rfc(7521, '4.1')],
  },
  scope: {
    summary: 'What the token is to be good for, at most what was granted.',
    detail: rich`With a refresh token it can only take away. With a code it is not used: what the user agreed to holds.`,
    specs: [rfc(6749, '3.3'), core('12')],
  },
})

/** RFC 8693: a token for a token. */
export const TOKEN_EXCHANGE = buildEntries('parameter', ['token request'], {
  subject_token: {
    summary: 'The token of the user on whose behalf the next call is made.',
    detail: rich`An access token or ID token of this issuer that is still good.`,
    specs: [rfc(8693, '2.1')],
  },
  subject_token_type: {
    summary: 'What kind of token the subject token is.',
    detail: rich`One of the names that end in {access_token}, {id_token} or {jwt} and begin with {urn:ietf:params:oauth:token-type:}.`,
    specs: [rfc(8693, '2.1'), rfc(8693, '3')],
  },
  actor_token: {
    summary: 'The token of who acts for the user.',
    detail: rich`Left out, it is the client itself. Whoever acts stands in the {act} claim of the new token.`,
    specs: [rfc(8693, '2.1')],
  },
  actor_token_type: {
    summary: 'What kind of token the actor token is; required with one.',
    specs: [rfc(8693, '2.1'), rfc(8693, '3')],
  },
  requested_token_type: {
    summary: 'What kind of token is wanted; left out, an access token.',
    specs: [rfc(8693, '2.1'), rfc(8693, '3')],
  },
})
