import { OIDC, rfc } from '../../teach/specs.ts'
import { rich } from '../../teach/rich-text.ts'
import { checkEqual, hasFailed } from '../checks.ts'
import type { Arrival, ArrivalStep, Check, Context, Outcome } from '../flow.ts'
import { knownText, learn } from '../known.ts'

/** What the front channel may bring, by the protocol's names; anything else in the address is not learnt. */
const ANSWERS = ['code', 'access_token', 'token_type', 'expires_in', 'id_token', 'scope', 'session_state'] as const
const SECRETS = ['code', 'access_token', 'id_token']

export const authorizationResponse: ArrivalStep = {
  kind: 'arrival',
  id: 'authorization-response',
  title: 'Come back with the code',
  from: 'browser',
  to: 'client',
  arrow: 'GET /callback',
  teach: {
    what: rich`The issuer redirects the browser to the application’s registered address, and the answer stands in that address. The first thing to do is to compare {state}.`,
    goesWrong: rich`Whatever arrives at this address is input from outside: anyone can open it with values of their own.`,
    specs: [rfc(6749, '4.1.2'), rfc(6749, '4.1.2.1')],
  },
  process: processArrival,
}

/** Tokens come in the part of the address that browsers keep to themselves. */
export const fragmentResponse: ArrivalStep = {
  ...authorizationResponse,
  title: 'Come back with the answer in the fragment',
  arrow: 'callback#…',
  teach: {
    what: rich`The answer stands behind the {#} of the address, the fragment. The browser does not send that part: the server that the page comes from never sees it, and a script in the page has to read it.`,
    goesWrong: rich`Tokens in an address stay in the history, and any script of the page can read them. The issuer cannot tell who got them in the end.`,
    specs: [rfc(6749, '4.2.2'), OIDC.responseModes, rfc(9700, '2.1.2')],
  },
}

export function processArrival(context: Context, { parameters }: Pick<Arrival, 'parameters'>): Outcome {
  const checks = [checkState(context, parameters['state'])]
  const { error, error_description } = parameters
  if (error !== undefined) return { learned: {}, checks, error: { code: error, description: error_description } }
  if (hasFailed(checks)) return { learned: {}, checks }
  const answers = Object.fromEntries(ANSWERS.map((name) => [name, parameters[name]]))
  return { learned: learn(answers, SECRETS), checks }
}

export function checkState(context: Context, found: string | undefined): Check {
  return checkEqual(
    {
      id: 'state',
      title: 'state is the one that was sent',
      spec: rfc(6749, '10.12'),
      otherwise: 'This answer belongs to another request, or somebody else started it. Nothing in it may be used.',
    },
    knownText(context, 'state'),
    found,
  )
}
