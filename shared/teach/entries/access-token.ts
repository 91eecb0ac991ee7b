import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'

const WHERE = ['access token', 'introspection response'] as const

/** What an API learns: from a JWT by reading it (RFC 9068), of an opaque token by asking (RFC 7662). */
export const ACCESS_TOKEN = buildEntries('claim', WHERE, {
  scope: {
    summary: 'What the token is good for: names with spaces between them.',
    detail: rich`The API decides by it. A call that needs another gets {insufficient_scope}.`,
    specs: [rfc(8693, '4.2'), rfc(9068, '2.2.3')],
  },
  client_id: {
    summary: 'The application that the token was given to.',
    specs: [rfc(8693, '4.3'), rfc(9068, '2.2')],
  },
  cnf: {
    title: 'Confirmation',
    summary: 'The key that whoever shows the token must prove to have.',
    detail: rich`To a thief who does not have the key the token is worth nothing. With DPoP the member is {jkt}.`,
    specs: [rfc(7800, '3.1'), rfc(9449, '6')],
  },
  jkt: {
    title: 'Key thumbprint',
    summary: 'The SHA-256 thumbprint of the DPoP key that the token is bound to.',
    specs: [rfc(9449, '6.1'), rfc(7638, '3')],
  },
  act: {
    title: 'Actor',
    summary: 'Who acts for the subject, after a token exchange.',
    detail: rich`An {act} within it is whoever acted before; only the outermost counts for access decisions.`,
    specs: [rfc(8693, '4.1')],
  },
  authorization_details: {
    summary: 'What exactly was granted, in the form in which it was asked for.',
    specs: [rfc(9396, '9.1'), rfc(9396, '9.2')],
  },
})

export const INTROSPECTION = buildEntries('claim', ['introspection response'], {
  active: {
    summary: 'Whether the token is good now.',
    detail: rich`{false} says nothing else: neither why, nor whether the token ever was one.`,
    specs: [rfc(7662, '2.2')],
  },
  token_type: {
    summary: 'How the token is to be shown: Bearer or DPoP.',
    specs: [rfc(7662, '2.2'), rfc(9449, '6.2')],
  },
  username: { summary: 'A name of the user that people can read.', specs: [rfc(7662, '2.2')] },
  token_introspection: {
    summary: 'The answer itself, where the client asked for it as a signed JWT.',
    detail: rich`What is around it, {iss}, {aud} and {iat}, is about the answer and not about the token.`,
    specs: [rfc(9701, '5')],
  },
})

/** OpenID Connect Core section 5.6.2, for claims that others vouch for. */
export const CLAIM_SOURCES = buildEntries('claim', ['ID token', 'userinfo response'], {
  _claim_names: {
    summary: 'Claims that stand with somebody else, and with whom.',
    detail: rich`This issuer sends normal claims only.`,
    specs: [core('5.6')],
  },
  _claim_sources: { summary: 'Where those claims are, or the JWT that they are in.', specs: [core('5.6')] },
})
