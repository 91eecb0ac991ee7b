import { isLoopbackHost } from '#shared/oauth/loopback.ts'
import { byNearness } from '#shared/text/edit-distance.ts'

import { checkAddresses, type AddressDifference } from '../compare-addresses.ts'
import { clientName, clientNameFirst, sentValue, shown, type ErrorInput, type LessonClient } from '../error-input.ts'
import type { Link, RichText } from '../lesson.ts'
import { code, rich } from '../rich-text.ts'
import { applicationLink, openApplicationLink, trafficLink } from '../screen-links.ts'
import { rfc } from '../specs.ts'
import { explainDifferences } from './address-hints.ts'
import { hasError, misses, says, type LessonBody, type LessonEntry } from './lesson-entry.ts'

export const redirectUriMismatch: LessonEntry = {
  id: 'redirect-uri-mismatch',
  matches: (input) => hasError('invalid_redirect_uri')(input) && !says(/^redirect_uris/)(input),
  explain(input) {
    const sent = sentValue(input, 'redirect_uri') ?? ''
    const registered = byNearness(sent, input.client?.redirect_uris ?? [])
    return {
      title: `This address is not registered for ${clientName(input)}`,
      summary: rich`The application asked to be answered at an address that the issuer does not know, so the answer stays here.`,
      comparison: { parameter: 'redirect_uri', sent: shown(sent), registered: registered.map(shown) },
      why: rich`If an issuer sent codes to any address it was given, an attacker would give it theirs. So it compares letter for letter, and never redirects when the two differ.`,
      specs: [rfc(9700, '2.1'), ...(isNative(input) ? [rfc(8252, '7.3')] : [])],
      fixes: [...hints(input, sent, registered[0]), ...addIt(input, sent)],
      links: [...addLink(input, sent), trafficLink(input)],
    }
  },
}

export const redirectUriMissing: LessonEntry = {
  id: 'redirect-uri-missing',
  matches: misses('redirect_uri'),
  explain(input) {
    return input.client?.redirect_uris.length === 0 ? explainNoAddress(input) : explainMissing(input)
  },
}

function explainMissing(input: ErrorInput): LessonBody {
  return {
    title: `${clientNameFirst(input)} did not say where to answer`,
    summary: rich`The request has no {redirect_uri}, and more than one address is registered, so the issuer cannot tell which one is meant.`,
    comparison: { parameter: 'redirect_uri', sent: '', registered: input.client?.redirect_uris ?? [] },
    why: rich`Choosing an address for the application would be a guess, and a code sent to the wrong one is lost, or worse. With several registered, the request has to name one.`,
    specs: [rfc(6749, '3.1.2.3')],
    fixes: [rich`Send {redirect_uri} with one of the registered addresses, to the letter.`],
    links: [openApplicationLink(input), trafficLink(input)],
  }
}

function explainNoAddress(input: ErrorInput): LessonBody {
  return {
    title: `${clientNameFirst(input)} has no address to be answered at`,
    summary: rich`The request has no {redirect_uri} and none is registered, so a sign-in has nowhere to end.`,
    comparison: { parameter: 'redirect_uri', sent: '', registered: [] },
    why: rich`Only applications that sign people in through a browser have such an address. One that gets its tokens straight from the token endpoint has none.`,
    specs: [rfc(6749, '3.1.2.2')],
    fixes: [
      rich`Register an address, and the grant {authorization_code}, if the application is to sign people in, or`,
      rich`get the token without a browser, with a grant that the application has: ${(input.client?.grant_types ?? []).join(', ') || 'it has none yet'}.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }
}

function hints(input: ErrorInput, sent: string, nearest: string | undefined): readonly RichText[] {
  if (nearest === undefined)
    return [rich`No address is registered for ${clientName(input)} yet: register the one it uses.`]
  const differences = countedDifferences(input.client, checkAddresses(sent, nearest), nearest)
  return [
    ...(differences.length <= MANY ? explainDifferences(differences, { sent, registered: nearest }) : []),
    rich`Set {redirect_uri} to ${code(nearest)} where the application starts the sign-in, or`,
  ]
}

/** Two addresses that differ in more ways than this are two addresses, not one misspelt. */
const MANY = 3

/** A native application may listen on any port of the loopback interface (RFC 8252 section 7.3). */
function countedDifferences(
  client: LessonClient | undefined,
  differences: readonly AddressDifference[],
  registered: string,
): readonly AddressDifference[] {
  const anyPort =
    client?.application_type === 'native' && URL.canParse(registered) && isLoopbackHost(new URL(registered).hostname)
  return anyPort ? differences.filter((difference) => difference !== 'port') : differences
}

function addIt(input: ErrorInput, sent: string): readonly RichText[] {
  if (canBeRegistered(sent)) return [rich`add the address that was sent to ${clientName(input)}.`]
  return [rich`add the right address to ${clientName(input)}. The one that was sent cannot be registered.`]
}

function addLink(input: ErrorInput, sent: string): readonly Link[] {
  if (input.client === undefined || !canBeRegistered(sent)) return [openApplicationLink(input)]
  return [applicationLink(input, `Add this address to ${clientName(input)}`, { 'add-redirect-uri': sent })]
}

const NEVER_AN_ANSWER: ReadonlySet<string> = new Set(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'about:'])

/** RFC 6749 section 3.1.2: an absolute URI without a fragment. Schemes that run or read something are out. */
function canBeRegistered(address: string): boolean {
  return URL.canParse(address) && !address.includes('#') && !NEVER_AN_ANSWER.has(new URL(address).protocol)
}

function isNative(input: ErrorInput): boolean {
  return input.client?.application_type === 'native'
}
