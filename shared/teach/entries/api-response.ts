import { buildEntries } from '../entry.ts'
import { rfc } from '../specs.ts'

/** Problem details (RFC 9457), which the demo APIs answer with when something is wrong with a call itself. */
export const PROBLEM_DETAILS = buildEntries('parameter', ['API response'], {
  type: { summary: 'What kind of problem it is, as an address.', specs: [rfc(9457, '3.1.1')] },
  title: { summary: 'The kind of problem in a few words.', specs: [rfc(9457, '3.1.3')] },
  status: { summary: "The answer's HTTP status once more.", specs: [rfc(9457, '3.1.2')] },
  detail: { summary: 'What went wrong this time, and what to do about it.', specs: [rfc(9457, '3.1.4')] },
  instance: { summary: 'Names this one occurrence of the problem.', specs: [rfc(9457, '3.1.5')] },
})
