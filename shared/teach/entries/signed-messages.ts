import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { backchannelLogout, rfc } from '../specs.ts'

export const LOGOUT_TOKEN = buildEntries('claim', ['logout token'], {
  events: {
    summary: 'What happened, as an object whose one member names the logout.',
    detail: rich`The member is {http://schemas.openid.net/event/backchannel-logout} and empty. It is what makes the token a logout token, so that no ID token can pass for one.`,
    specs: [backchannelLogout('2.4'), rfc(8417, '2.2')],
  },
  'http://schemas.openid.net/event/backchannel-logout': {
    summary: 'The event of a back-channel logout; its value is an empty object.',
    specs: [backchannelLogout('2.4')],
  },
})

/** RFC 9449: made anew for each request, with the key that the token is bound to. */
export const DPOP_PROOF = buildEntries('claim', ['DPoP proof'], {
  htm: {
    summary: 'The HTTP method of the request that the proof is for.',
    specs: [rfc(9449, '4.2')],
  },
  htu: {
    summary: 'The address of the request that the proof is for, without query and fragment.',
    detail: rich`A proof for another address is refused with {invalid_dpop_proof}, behind a proxy also when the public address is another.`,
    specs: [rfc(9449, '4.2'), rfc(9449, '4.3')],
  },
  jti: {
    summary: "The proof's own name: each proof is good once.",
    specs: [rfc(9449, '4.2'), rfc(9449, '11.1')],
  },
  iat: {
    summary: 'When the proof was made, in seconds since 1970.',
    detail: rich`A proof that is too old or from the future is refused: check the clock.`,
    specs: [rfc(9449, '4.2'), rfc(9449, '11.1')],
  },
  ath: {
    title: 'Access token hash',
    summary: 'The SHA-256 of the access token that goes with the proof, in base64url.',
    detail: rich`Required at an API, and not at the token endpoint, where there is no token yet.`,
    specs: [rfc(9449, '4.2'), rfc(9449, '7')],
  },
  nonce: {
    summary: 'The value that the server last gave in DPoP-Nonce.',
    detail: rich`A client that must send one gets {use_dpop_nonce} and the value, and tries again.`,
    specs: [rfc(9449, '8')],
  },
})
