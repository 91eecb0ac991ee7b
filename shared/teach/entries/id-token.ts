import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { backchannelLogout, core, fapi, rfc } from '../specs.ts'

/** Claims that most of the protocol's JWTs have, each with what it means there. */
export const COMMON_CLAIMS = buildEntries(
  'claim',
  [
    'ID token',
    'access token',
    'logout token',
    'client assertion',
    'assertion',
    'request object',
    'signed authorization response',
    'introspection response',
    'userinfo response',
  ],
  {
    iss: {
      title: 'Issuer',
      summary: 'Who made the token.',
      detail: rich`In tokens it is the issuer's address, compared letter by letter: {localhost} and {127.0.0.1} are two issuers. In what a client signs it is the {client_id}.`,
      specs: [rfc(7519, '4.1.1'), core('2')],
    },
    aud: {
      title: 'Audience',
      summary: 'Whom the token is for.',
      detail: rich`In an ID token the {client_id}, in an access token the API, in what a client signs the issuer. Whoever is not named must refuse it. It may be a list.`,
      specs: [rfc(7519, '4.1.3'), rfc(9700, '4.10.2')],
    },
    exp: {
      title: 'Expires at',
      summary: 'When the token ends, in seconds since 1970.',
      detail: rich`Milliseconds are a common mistake. Clocks differ: a few seconds of tolerance are fine.`,
      specs: [rfc(7519, '4.1.4')],
    },
    iat: {
      title: 'Issued at',
      summary: 'When the token was made, in seconds since 1970.',
      specs: [rfc(7519, '4.1.6')],
    },
    nbf: {
      title: 'Not before',
      summary: 'From when on the token is good, in seconds since 1970.',
      specs: [rfc(7519, '4.1.5')],
    },
    jti: {
      title: 'JWT ID',
      summary: "The token's own name, which no other token has.",
      detail: rich`In what a client signs it is good once, so that nobody can send a copy. Lists of revoked access tokens know them by it.`,
      specs: [rfc(7519, '4.1.7')],
    },
    sub: {
      title: 'Subject',
      summary: 'Whom the token is about.',
      detail: rich`Unique within the issuer and never given to another: keep a user under {iss} and {sub} together, not under an e-mail address. Where no user is involved it is the client.`,
      specs: [rfc(7519, '4.1.2'), core('2'), core('8')],
    },
  },
)

export const ID_TOKEN = buildEntries('claim', ['ID token'], {
  nonce: {
    summary: 'The value that the application sent along with its request.',
    detail: rich`Compare it with the one that was kept; another means that the token belongs to another sign-in.`,
    specs: [core('2'), core('3.1.3.7')],
  },
  auth_time: {
    summary: 'When the user last signed in, in seconds since 1970.',
    detail: rich`Later than {iat} minus {max_age}, where {max_age} was asked for. A session that goes on leaves it as it was.`,
    where: ['ID token', 'access token'],
    specs: [core('2'), rfc(9068, '2.2.1')],
  },
  acr: {
    title: 'Authentication context',
    summary: 'How strongly the user signed in.',
    detail: rich`Here {urn:valetkey:acr:password} or {urn:valetkey:acr:second-factor}. An application that needs the second factor checks it, whatever it asked for.`,
    where: ['ID token', 'access token'],
    specs: [core('2'), rfc(9068, '2.2.1')],
  },
  amr: {
    title: 'Authentication methods',
    summary: 'By what the user signed in, as a list.',
    detail: rich`{pwd} is a password, {otp} a one-time code, {mfa} more than one factor, {swk} a key kept in software.`,
    where: ['ID token', 'access token'],
    specs: [core('2'), rfc(8176, '2')],
  },
  azp: {
    title: 'Authorized party',
    summary: 'The client that the token was made for, where the audience alone does not say it.',
    specs: [core('2'), core('3.1.3.7')],
  },
  at_hash: {
    summary: 'The left half of the hash of the access token that came along.',
    detail: rich`It shows that nobody exchanged the access token on the way. The hash is that of the ID token's {alg}: SHA-256 for {RS256}.`,
    specs: [core('3.1.3.6'), core('3.3.2.11')],
  },
  c_hash: {
    summary: 'The left half of the hash of the code that came along.',
    detail: rich`In the hybrid flow it shows that nobody exchanged the code on its way through the browser.`,
    specs: [core('3.3.2.11')],
  },
  s_hash: {
    summary: "The left half of the hash of the request's state.",
    detail: rich`It comes from FAPI: with it the signed ID token vouches for {state} too.`,
    specs: [fapi('5.1')],
  },
  sid: {
    title: 'Session ID',
    summary: "Names the user's session at the issuer.",
    detail: rich`A logout token has the same, so that the application knows which of its own sessions to end.`,
    where: ['ID token', 'logout token', 'introspection response'],
    specs: [backchannelLogout('2.1')],
  },
})
