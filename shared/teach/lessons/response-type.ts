import { byNearness } from '#shared/text/edit-distance.ts'

import { clientName, clientNameFirst, sentValue, shown, type ErrorInput } from '../error-input.ts'
import type { RichText } from '../lesson.ts'
import { code, rich } from '../rich-text.ts'
import { applicationLink, openApplicationLink, trafficLink } from '../screen-links.ts'
import { OIDC, rfc } from '../specs.ts'
import { all, hasError, misses, says, some, type LessonEntry } from './lesson-entry.ts'

export const responseTypeMissing: LessonEntry = {
  id: 'response-type-missing',
  matches: misses('response_type'),
  explain: (input) => ({
    title: 'The request does not say what it wants back',
    summary: rich`It has no {response_type}.`,
    why: rich`{response_type} decides what comes back through the browser: a code, tokens, or both. The standard gives it no default, since the answers are not equally safe.`,
    specs: [rfc(6749, '3.1.1')],
    fixes: [rich`Send {response_type=code}, the one to use today.`],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const responseTypeUnsupported: LessonEntry = {
  id: 'response-type-unsupported',
  matches: hasError('unsupported_response_type'),
  explain: (input) => ({
    title: 'There is no such response type',
    summary: rich`The request asks for ${sent(input)}, which the issuer does not know.`,
    comparison: comparison(input),
    why: rich`{response_type} is a set of fixed words, separated by spaces: {code}, {token}, {id_token}, or {none} alone. Their order does not matter, their spelling does.`,
    specs: [rfc(6749, '3.1.1'), rfc(9700, '2.1.2')],
    fixes: [rich`Send {response_type=code}, the one to use today.`],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const responseTypeNotAllowed: LessonEntry = {
  id: 'response-type-not-allowed',
  matches: all(
    hasError('invalid_request', 'unauthorized_client'),
    says(/response_type is not allowed for this client/),
  ),
  explain: (input) => ({
    title: `${clientNameFirst(input)} is not registered for this response type`,
    summary: rich`The request asks for ${sent(input)}, and ${clientName(input)} is registered for ${registeredTypes(input)}.`,
    comparison: comparison(input),
    why: rich`An application gets only the kinds of answer that it was registered for. Otherwise a link made by someone else could draw tokens into the address bar of an application that never wanted them there.`,
    specs: [rfc(7591, '2'), rfc(9700, '2.1.2')],
    fixes: [
      rich`Ask for a response type that is registered, or`,
      rich`add ${sent(input)} to the application. It also needs the grant {authorization_code} for a code, {implicit} for tokens; it has ${(input.client?.grant_types ?? []).join(', ') || 'none'}.`,
    ],
    links: [
      applicationLink(input, `Add this response type to ${clientName(input)}`, {
        'add-response-type': sentValue(input, 'response_type') ?? '',
      }),
      trafficLink(input),
    ],
  }),
}

export const responseMode: LessonEntry = {
  id: 'response-mode',
  matches: some(hasError('unsupported_response_mode'), says(/response_mode is not allowed/)),
  explain: (input) => ({
    title: 'The answer cannot travel this way',
    summary: rich`The request asks for the answer by ${mode(input)}, which cannot be had for ${sent(input)}.`,
    why: rich`Tokens must not stand in the query of an address: it ends up in logs, in history and in the {Referer} header. So the mode has to suit what comes back.`,
    specs: [OIDC.responseModes],
    fixes: [
      rich`Leave {response_mode} out: {query} is the default for a code, {fragment} for tokens, or`,
      rich`use {form_post}, which suits both.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

function sent(input: ErrorInput): RichText {
  const value = sentValue(input, 'response_type')
  return value === undefined ? rich`nothing` : [code(shown(value))]
}

function mode(input: ErrorInput): RichText {
  const value = sentValue(input, 'response_mode')
  return value === undefined ? rich`the default mode` : [code(shown(value))]
}

function registeredTypes(input: ErrorInput): RichText {
  const types = input.client?.response_types ?? []
  return types.length === 0 ? rich`none` : types.flatMap((type, index) => [index === 0 ? '' : ', ', code(type)])
}

function comparison(input: ErrorInput) {
  const value = sentValue(input, 'response_type') ?? ''
  if (input.client === undefined) return undefined
  return { parameter: 'response_type', sent: shown(value), registered: byNearness(value, input.client.response_types) }
}
