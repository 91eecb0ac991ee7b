import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { backchannelLogout, ciba, core, discovery, logout, METADATA_DOCUMENT, rfc } from '../specs.ts'

/** By the names that recorded traffic has for them. */
export const ENDPOINTS = buildEntries('endpoint', ['issuer'], {
  authorization: {
    title: 'Authorization endpoint',
    summary: 'Where the browser asks for an application: the user signs in and agrees here.',
    detail: rich`Its answer is a redirect back to the application. It is a place for browsers to go, not for scripts to call.`,
    specs: [rfc(6749, '3.1'), core('3.1.2.1')],
  },
  token: {
    title: 'Token endpoint',
    summary: 'Where an application gets tokens for a code, a refresh token or another grant.',
    detail: rich`A {POST} with a form, from the application itself; confidential clients prove who they are.`,
    specs: [rfc(6749, '3.2'), core('3.1.3.1')],
  },
  userinfo: {
    title: 'UserInfo endpoint',
    summary: 'Tells an application about the user whose access token it shows.',
    detail: rich`The token needs {openid}; the other scopes decide which claims come.`,
    specs: [core('5.3')],
  },
  jwks: {
    title: 'Key set',
    summary: "The issuer's public keys, with which everybody can check its signatures.",
    specs: [rfc(7517, '5'), core('10.1')],
  },
  introspection: {
    title: 'Introspection endpoint',
    summary: 'Tells an API whether a token is good, and what it is good for.',
    specs: [rfc(7662, '2')],
  },
  revocation: {
    title: 'Revocation endpoint',
    summary: 'Ends a token that is no longer needed.',
    detail: rich`Here it takes the whole grant along, all that the user gave this application at that time; a token without a user ends alone.`,
    specs: [rfc(7009, '2')],
  },
  pushed_authorization_request: {
    title: 'Pushed authorization request endpoint',
    summary: 'Takes the authorization request directly from the application, before the browser comes.',
    detail: rich`So nobody can read or change the request on its way, and mistakes show at once.`,
    specs: [rfc(9126, '2')],
  },
  device_authorization: {
    title: 'Device authorization endpoint',
    summary: 'Gives a device without a keyboard a code to show.',
    specs: [rfc(8628, '3.1')],
  },
  code_verification: {
    title: 'Device page',
    summary: 'Where the user types in the code that a device shows.',
    specs: [rfc(8628, '3.3')],
  },
  backchannel_authentication: {
    title: 'Backchannel authentication endpoint',
    summary: 'Starts a sign-in of a user who is somewhere else.',
    specs: [ciba('7')],
  },
  registration: {
    title: 'Registration endpoint',
    summary: 'Where an application registers itself, and later reads, changes or removes that.',
    specs: [rfc(7591, '3'), rfc(7592, '2')],
  },
  end_session: {
    title: 'Logout endpoint',
    summary: 'Where the browser goes to sign out.',
    specs: [logout('2')],
  },
  discovery: {
    title: 'Discovery document',
    summary: 'What the issuer can do, and where.',
    detail: rich`At {/.well-known/openid-configuration} and {/.well-known/oauth-authorization-server}, with the same content.`,
    specs: [discovery('4'), rfc(8414, '3')],
  },
  interaction: {
    title: "The issuer's pages",
    summary: 'Sign-in, second factor and consent.',
    detail: rich`How an issuer does this is left to it: no standard says anything about it.`,
    specs: [core('3.1.2.3'), core('3.1.2.4')],
  },
  approvals: {
    title: 'Approvals',
    summary: 'Where a user answers backchannel requests here, as on a phone.',
    specs: [ciba('8')],
  },
  api: {
    title: 'API',
    summary: 'One of the demo APIs, which take access tokens.',
    specs: [rfc(6749, '7'), rfc(6750, '2')],
  },
  resource_metadata: {
    title: 'API metadata',
    summary: 'What an API says of itself, and which issuers it trusts.',
    specs: [rfc(9728, '3')],
  },
  callback: {
    title: 'Redirect address',
    summary: "Where the issuer's answer arrives with the browser.",
    specs: [rfc(6749, '3.1.2')],
  },
  outgoing_jwks: {
    title: "Call for a client's keys",
    summary: "The issuer reads an application's public keys from its jwks_uri.",
    specs: [rfc(7591, '2')],
  },
  outgoing_backchannel_logout: {
    title: 'Call about a logout',
    summary: "The issuer tells an application that a user's session has ended.",
    specs: [backchannelLogout('2.5')],
  },
  outgoing_metadata_document: {
    title: "Call for a client's metadata",
    summary: 'The issuer reads the document that a client_id is the address of.',
    specs: [METADATA_DOCUMENT],
  },
  outgoing_introspection: {
    title: 'Call about a token',
    summary: 'A demo API asks the issuer about an opaque token.',
    specs: [rfc(7662, '2')],
  },
  outgoing_other: {
    title: 'Another call',
    summary: 'A call that the issuer makes for another reason, such as a sector identifier.',
    specs: [core('8.1')],
  },
  unknown: {
    title: 'Another address',
    summary: 'An address where nothing is.',
    detail: rich`Look for a misspelt path: the discovery document has the right ones.`,
    specs: [rfc(9110, '15.5.5'), discovery('4')],
  },
})
