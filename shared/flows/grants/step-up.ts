import { ACR } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { core, rfc } from '../../teach/specs.ts'
import { textOf } from '../answer.ts'
import { checkEqual, skipCheck } from '../checks.ts'
import { joinOutcomes } from '../compose.ts'
import type { Check, Choice, Context, Flow, Outcome, PersonStep, Step } from '../flow.ts'
import { knownText } from '../known.ts'
import { lacksCode, usesCode } from './checks.ts'
import { loginSteps } from './login-steps.ts'

export const stepUp: Flow = {
  id: 'step-up',
  title: 'Step-up',
  group: 'around',
  summary: 'A password was enough so far; for what comes next the application wants a second factor.',
  verdict: {
    tone: 'good',
    label: 'Recommended',
    text: rich`Ask for more only where more is at stake. {acr_values} is a wish, which the issuer may not be able to grant, so the application has to look at the {acr} that came back. OAuth 2.1 and RFC 9700 leave it to the issuer how people sign in; RFC 9470 lets an API ask for a step up, too.`,
  },
  specs: [core('3.1.2.1'), core('5.5.1.1'), rfc(9470)],
  lanes: ['user', 'browser', 'client', 'issuer'],
  variants: [],
  layers: ['iss'],
  defaults: { client_id: 'calendar-app', scope: [], layers: ['iss'], user: 'carol' },
  needs: ['acr_values_supported'],
  uses: () => ({ ...usesCode(), acr: ACR.secondFactor }),
  checkClient: lacksCode,
  steps: (choice) => [...firstSteps(choice), ...strongerSteps(choice)],
}

/** Asks to be told how the user signed in, and wants nothing in particular. */
function firstSteps(choice: Choice): readonly Step[] {
  const claims = JSON.stringify({ id_token: { acr: null, amr: null } })
  return loginSteps(choice, { parameters: () => ({ claims }) })
}

function strongerSteps(choice: Choice): readonly Step[] {
  const steps = loginSteps(choice, { parameters: () => ({ acr_values: ACR.secondFactor }) })
  return steps
    .filter(({ id }) => id !== 'consent')
    .map((step) => ({ ...withMore(step), id: `stronger-${step.id}`, title: `${withMore(step).title} (second time)` }))
}

function withMore(step: Step): Step {
  if (step.id === 'sign-in') return secondFactor
  if (step.id === 'authorization-request') return { ...step, teach: askForMore }
  if (step.kind !== 'local' || step.id !== 'check-id-token') return step
  return {
    ...step,
    run: async (context) => joinOutcomes(await step.run(context), await checkAcr(context)),
  }
}

const askForMore = {
  what: rich`The user is signed in already. This request says with {acr_values} how it is to be done this time: with a second factor. The issuer asks for what is missing, and for nothing else.`,
  goesWrong: rich`The parameter travels through the browser, so whoever holds the browser can take it out. Only what the ID token says in the end counts.`,
  specs: [core('3.1.2.1'), rfc(9470, '4')],
}

const secondFactor: PersonStep = {
  kind: 'person',
  id: 'sign-in',
  title: 'Show the second factor',
  from: 'user',
  to: 'issuer',
  arrow: 'one-time code',
  page: 'login',
  isOptional: true,
  teach: {
    what: rich`The session says that the password was given. What is missing is the second factor: a code that a device of the user makes anew every thirty seconds.`,
    goesWrong: rich`A code can be asked for on a false page, just as a password can. A passkey cannot: it is tied to the issuer’s address.`,
    specs: [core('5.5.1.1'), rfc(6238)],
  },
}

async function checkAcr(context: Context): Promise<Outcome> {
  const { claims } = await context.tools.verifyJwt(knownText(context, 'id_token'))
  return { learned: {}, checks: [toCheck(textOf(claims?.['acr']))] }
}

function toCheck(acr: string | undefined): Check {
  const comparison = { id: 'acr', title: 'acr says that there was a second factor', spec: core('5.5.1.1') }
  if (acr === undefined) return skipCheck(comparison, 'The issuer does not say how the user signed in.')
  const otherwise = 'The user has no second factor, or the request was changed. What needs one stays closed.'
  return checkEqual({ ...comparison, otherwise }, ACR.secondFactor, acr)
}
