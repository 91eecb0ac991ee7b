import { clientName, clientNameFirst, type ErrorInput } from '../error-input.ts'
import { rich } from '../rich-text.ts'
import { openApplicationLink, trafficLink } from '../screen-links.ts'
import { rfc } from '../specs.ts'
import { hasError, type LessonEntry } from './lesson-entry.ts'

/** The device pages show some failures with the sentence in the place of the code, or without a code at all. */
function tells(pattern: RegExp): LessonEntry['matches'] {
  return (input: ErrorInput) => pattern.test(input.error) || pattern.test(input.description ?? '')
}

export const deviceCodeUnknown: LessonEntry = {
  id: 'device-code-unknown',
  matches: tells(/^(the code was not found|no code submitted)$/),
  explain: (input) => ({
    title: 'No device is waiting with this code',
    summary: rich`The code was mistyped, or the device has given up meanwhile.`,
    why: rich`The code is all that ties this browser to the device. A code that nobody gave out leads to no device, so there is nothing to allow.`,
    specs: [rfc(8628, '3.3')],
    fixes: [
      rich`Open {/device} again and type the code as the device shows it. Dashes, spaces and capitals do not matter.`,
      rich`Look whether the device shows another code by now.`,
    ],
    links: [trafficLink(input)],
  }),
}

export const deviceCodeOver: LessonEntry = {
  id: 'device-code-over',
  matches: (input) =>
    tells(/^(the code has expired|code has already been used|the interaction was aborted)$/)(input) ||
    hasError('expired_token')(input),
  explain: (input) => ({
    title: 'This code is no longer good',
    summary: rich`It has expired, was used already, or was turned down.`,
    why: rich`A code lives for a few minutes and for one answer, so that one that is found later, or guessed, opens nothing.`,
    specs: [rfc(8628, '3.5'), rfc(8628, '5.1')],
    fixes: [rich`Start again on the device. It gets a new code; open {/device} and enter that one.`],
    links: [trafficLink(input)],
  }),
}

export const devicePolling: LessonEntry = {
  id: 'device-polling',
  matches: hasError('authorization_pending', 'slow_down'),
  explain: (input) => ({
    title: input.error === 'slow_down' ? 'The device asks too often' : 'Nobody has answered yet',
    summary: rich`This is no failure: the device is to wait, and then to ask again.`,
    why: rich`The device cannot be called back, so it asks every {interval} seconds. After {slow_down} it has to wait 5 seconds longer from then on.`,
    specs: [rfc(8628, '3.5')],
    fixes: [rich`Keep to {interval}, and go on asking until the person has answered or the code has expired.`],
    links: [trafficLink(input)],
  }),
}

export const grantNotAllowed: LessonEntry = {
  id: 'grant-not-allowed',
  matches: (input) =>
    hasError('unsupported_grant_type', 'unauthorized_client')(input) ||
    /(grant type|grant-type:\S+|:ciba) is not allowed for this client$/.test(input.description ?? ''),
  explain: (input) => ({
    title:
      input.error === 'unsupported_grant_type'
        ? 'There is no such grant'
        : `${clientNameFirst(input)} may not use this grant`,
    summary: rich`A grant is a way to get a token. The application is registered for ${(input.client?.grant_types ?? []).join(', ') || 'none that is known'}.`,
    why: rich`Each grant has risks of its own, so an application gets only those that it was registered for.`,
    specs: [rfc(6749, '5.2'), rfc(7591, '2')],
    fixes: [
      rich`Compare {grant_type} letter for letter: those of extensions are whole names, such as {urn:ietf:params:oauth:grant-type:device_code}.`,
      rich`Add the grant to {grant_types} of ${clientName(input)}.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}
