import { rfc } from '../../teach/specs.ts'
import { rich } from '../../teach/rich-text.ts'
import { checkEqual, hasFailed } from '../checks.ts'
import type { ArrivalStep } from '../flow.ts'
import { knownText, learn } from '../known.ts'

/** What the front channel may bring, by the protocol's names; anything else in the address is not learnt. */
const ANSWERS = ['code', 'access_token', 'token_type', 'expires_in', 'id_token', 'scope', 'session_state'] as const

export const authorizationResponse: ArrivalStep = {
  kind: 'arrival',
  id: 'authorization-response',
  title: 'Come back with the answer',
  from: 'browser',
  to: 'client',
  arrow: 'GET /callback',
  teach: {
    what: rich`The issuer redirects the browser to the application’s registered address, and the answer stands in that address. The first thing to do is to compare {state}.`,
    goesWrong: rich`Whatever arrives at this address is input from outside: anyone can open it with values of their own.`,
    specs: [rfc(6749, '4.1.2'), rfc(6749, '4.1.2.1')],
  },
  process(context, { parameters }) {
    const state = checkEqual(
      {
        id: 'state',
        title: 'state is the one that was sent',
        spec: rfc(6749, '10.12'),
        otherwise: 'This answer belongs to another request, or somebody else started it. Nothing in it may be used.',
      },
      knownText(context, 'state'),
      parameters['state'],
    )
    const { error, error_description } = parameters
    if (error !== undefined) {
      return { learned: {}, checks: [state], error: { code: error, description: error_description } }
    }
    if (hasFailed([state])) return { learned: {}, checks: [state] }
    const answers = Object.fromEntries(ANSWERS.map((name) => [name, parameters[name]]))
    return { learned: learn(answers, ['code', 'access_token']), checks: [state] }
  },
}
