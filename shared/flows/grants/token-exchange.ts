import { GRANT } from '../../oauth/protocol.ts'
import { isOidcScope, splitScope } from '../../oauth/scope.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { textOf } from '../answer.ts'
import { asClient, secondOf } from '../as-client.ts'
import { checkThat } from '../checks.ts'
import { amendOutcome, joinOutcomes } from '../compose.ts'
import type { Choice, Flow, Outcome, Step } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { pkce } from '../layers/pkce.ts'
import { authorizationRequest, makeState } from '../steps/authorization-request.ts'
import { authorizationResponse } from '../steps/authorization-response.ts'
import { apiSteps } from '../steps/call-api.ts'
import { consent, signIn } from '../steps/person.ts'
import { redeemCode, tokenRequest } from '../steps/token-request.ts'
import { lacksCode, lacksGrant } from './checks.ts'

/** RFC 8693 section 3. */
const TYPE = 'urn:ietf:params:oauth:token-type:'

export const tokenExchange: Flow = {
  id: 'token-exchange',
  title: 'Token Exchange',
  group: 'extension',
  summary: 'A service was called with a user’s token, and has to call another service for the same user.',
  verdict: {
    tone: 'good',
    label: 'Right between services',
    text: rich`Better than handing the user’s token on: the new one is for the next API only, for less, and says who acts. OAuth 2.1 leaves it to its own standard; it does what RFC 9700 wants, tokens for one API each.`,
  },
  specs: [rfc(8693), rfc(9700, '2.3')],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [
    { id: 'access_token', title: 'Access token', summary: 'The token that the service was called with.' },
    { id: 'id_token', title: 'ID token', summary: 'What says who signed in, instead of what opens something.' },
    { id: 'jwt', title: 'JWT', summary: 'The access token again, named by what it is: a JWT.' },
  ],
  layers: ['dpop'],
  defaults: {
    client_id: 'delivery-planner',
    second_client_id: 'calendar-app',
    api: 'https://world-mappers.test/api',
    scope: ['route'],
    variant: 'access_token',
    layers: [],
  },
  uses: () => ({ grants: [GRANT.tokenExchange] }),
  checkClient: (client) => lacksGrant(client, GRANT.tokenExchange),
  second: { title: 'The application that the user signs in to', checkClient: lacksCode },
  steps: (choice) => [...userSteps(choice), exchange, ...apiSteps(choice)],
}

/** How a user’s token comes about, by way of the application in front. */
function userSteps(choice: Choice): readonly Step[] {
  const request = authorizationRequest('code', {
    scope: ({ client }) => [
      'openid',
      ...splitScope(client.scope)
        .filter((name) => !isOidcScope(name))
        .slice(0, 1),
    ],
  })
  const steps = pkce.apply([makeState, request, signIn, consent, authorizationResponse, redeemCode], choice)
  const kept = amendOutcome(steps, [redeemCode.id], (_context, _answer, outcome) => keepSubject(choice, outcome))
  return asClient(kept, { prefix: 'user-', suffix: ' (in front)', pick: secondOf })
}

/** What the service in the back gets to see of it, when it is called. */
function keepSubject({ variant }: Choice, outcome: Outcome): Outcome {
  if (outcome.error !== undefined) return outcome
  const subject = outcome.learned[variant === 'id_token' ? 'id_token' : 'access_token']?.value
  return joinOutcomes(outcome, { learned: learn({ subject_token: subject }, ['subject_token']), checks: [] })
}

const ask = tokenRequest({
  title: 'Exchange the token',
  grant_type: GRANT.tokenExchange,
  what: rich`The service behind shows the token it was called with, the {subject_token}, and says who it is itself. It gets a token of its own: for the same user, for the next API, and with the service as the one who acts ({act}).`,
  goesWrong: rich`A service that hands on the token it was called with gives the next one everything that the user allowed the first; and nobody can see any more who called.`,
  specs: [rfc(8693, '2.1'), rfc(8693, '4.1')],
  parameters: (context) => ({
    subject_token: knownText(context, 'subject_token'),
    subject_token_type: `${TYPE}${context.choice.variant ?? 'access_token'}`,
    audience: context.choice.api,
    scope: context.choice.scope.join(' ') || undefined,
  }),
})

const exchange: Step = {
  ...ask,
  async process(context, answer, sent) {
    const outcome = await ask.process(context, answer, sent)
    if (outcome.error !== undefined) return outcome
    const comparison = {
      id: 'issued-token-type',
      title: 'The answer says what kind of token it gives',
      spec: rfc(8693, '2.2.1'),
      otherwise: 'The client cannot know whether this is a token to show to an API.',
    }
    const found = textOf(outcome.learned['issued_token_type']?.value)
    const check = checkThat(comparison, found === `${TYPE}access_token`, found ?? 'nothing', `${TYPE}access_token`)
    return joinOutcomes(outcome, { learned: {}, checks: [check] })
  },
}
