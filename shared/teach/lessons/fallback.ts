import { clientName, clientNameFirst, type ErrorInput } from '../error-input.ts'
import { rich } from '../rich-text.ts'
import { openApplicationLink, trafficLink } from '../screen-links.ts'
import { rfc } from '../specs.ts'
import { hasError, type LessonBody, type LessonEntry } from './lesson-entry.ts'

export const serverError: LessonEntry = {
  id: 'server-error',
  matches: hasError('server_error', 'temporarily_unavailable'),
  explain: (input) => ({
    title: 'Something went wrong in Valet Key',
    summary: rich`The request may well be right. The issuer met something that it did not expect, and stopped.`,
    why: rich`To go on with half an answer would be worse than none. The details stay here, since the application must not learn them.`,
    specs: [rfc(6749, '4.1.2.1')],
    fixes: [
      rich`Try again: start the sign-in in the application once more.`,
      rich`If it happens again, what Valet Key prints where it was started says more.`,
    ],
    links: [trafficLink(input)],
  }),
}

/** Whatever no lesson is about: still says what is known and where to look. */
export function explainAnyError(input: ErrorInput): LessonBody {
  return {
    title: `The request from ${clientName(input)} was refused`,
    summary: rich`${clientNameFirst(input)} asked for something that the issuer cannot do as it was asked.`,
    why: rich`The answer stays here, because the issuer cannot be sure that it would reach the application that asked.`,
    specs: [rfc(6749, '4.1.2.1')],
    fixes: [
      rich`Read what the issuer said, below: it names the parameter.`,
      rich`Compare the request in Traffic with what the application was meant to send.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }
}
