import { clientName, clientNameFirst, sentValue, shown, type ErrorInput } from '../error-input.ts'
import type { RichText } from '../lesson.ts'
import { code, rich } from '../rich-text.ts'
import { apisLink, openApplicationLink, trafficLink } from '../screen-links.ts'
import { OIDC, rfc } from '../specs.ts'
import { hasError, misses, says, some, type LessonEntry } from './lesson-entry.ts'

export const scopeInvalid: LessonEntry = {
  id: 'scope-invalid',
  matches: hasError('invalid_scope'),
  explain: (input) => ({
    title: `${clientNameFirst(input)} asks for a scope that it cannot have`,
    summary: rich`The request asks for ${value(input, 'scope', 'no scope')}. At least one of these is unknown, misspelt, or not among those of the application.`,
    why: rich`A scope that nobody defined would be a permission that nobody can explain to the person who is asked for it.`,
    specs: [rfc(6749, '3.3')],
    fixes: [
      rich`Separate scopes by one space (in an address, {+} or {%20}), not by commas.`,
      rich`Compare each with the scopes of the API that is named by {resource} or {audience}.`,
      rich`If ${clientName(input)} has a {scope} of its own registered, only scopes in that list can be had.`,
    ],
    links: [openApplicationLink(input), apisLink(input), trafficLink(input)],
  }),
}

export const openidMissing: LessonEntry = {
  id: 'openid-missing',
  matches: says(/^openid scope must be requested/),
  explain: (input) => ({
    title: 'The scope openid is missing',
    summary: rich`The request uses something of OpenID Connect, and its {scope} does not have {openid}.`,
    why: rich`{openid} is what turns an OAuth request into one of OpenID Connect. Without it there is no ID token, so {nonce}, {max_age}, {claims} and the like have nothing to apply to.`,
    specs: [OIDC.authRequest],
    fixes: [
      rich`Add {openid} to {scope}, or`,
      rich`leave the OpenID parameters out, if only an access token is wanted.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const nonceMissing: LessonEntry = {
  id: 'nonce-missing',
  matches: misses('nonce'),
  explain: (input) => ({
    title: 'A nonce is needed here',
    summary: rich`The request wants an {id_token} straight from the browser, and has no {nonce}.`,
    why: rich`The ID token comes back through the browser, where someone could slip in one from another sign-in. The {nonce} in it tells the application that it belongs to this request.`,
    specs: [OIDC.implicitRequest],
    fixes: [
      rich`Send a fresh random {nonce} with each request, keep it, and compare it with the one in the ID token, or`,
      rich`use {response_type=code}, where the ID token comes from the token endpoint.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const targetInvalid: LessonEntry = {
  id: 'target-invalid',
  matches: hasError('invalid_target'),
  explain: (input) => ({
    title: 'The issuer does not know this API',
    summary: rich`The request names ${target(input)} as the API that the token is for.`,
    why: rich`A token is made for one API, which says how it is signed and what its scopes are. For an unknown one the issuer knows neither.`,
    specs: [rfc(8707, '2')],
    fixes: [
      rich`Send the identifier of the API in {resource} or {audience}, to the letter: it is a name, and need not be an address that answers.`,
      rich`It has to be an absolute URI without a fragment, and one of them for each token.`,
    ],
    links: [apisLink(input), trafficLink(input)],
  }),
}

export const authorizationDetailsInvalid: LessonEntry = {
  id: 'authorization-details-invalid',
  matches: some(hasError('invalid_authorization_details'), says(/^authorization_details/)),
  explain: (input) => ({
    title: 'The authorization_details cannot be used',
    summary: rich`The request describes in {authorization_details} what it wants, and part of that is not understood.`,
    why: rich`Each entry has a {type}, and the API decides what that type means. An entry that no API understands cannot be shown to a person, let alone be granted.`,
    specs: [rfc(9396, '2'), rfc(9396, '5')],
    fixes: [
      rich`Send a JSON array of objects, each with a {type} that the API named by {resource} knows.`,
      rich`Percent-encode it once when it goes into an address.`,
    ],
    links: [apisLink(input), trafficLink(input)],
  }),
}

function target(input: ErrorInput): RichText {
  return sentValue(input, 'resource') === undefined
    ? value(input, 'audience', 'nothing')
    : value(input, 'resource', 'nothing')
}

function value(input: ErrorInput, name: string, otherwise: string): RichText {
  const sent = sentValue(input, name)
  return sent === undefined ? [otherwise] : [code(shown(sent))]
}
