import { rich } from '../../teach/rich-text.ts'
import { core, rfc } from '../../teach/specs.ts'
import { asClient, secondOf } from '../as-client.ts'
import type { Choice, Flow, Step } from '../flow.ts'
import { lacksCode, usesCode } from './checks.ts'
import { loginSteps } from './login-steps.ts'

export const singleSignOn: Flow = {
  id: 'single-sign-on',
  title: 'Single sign-on',
  group: 'around',
  summary: 'Sign in to one application, then open another: no password is asked for.',
  verdict: {
    tone: 'good',
    label: 'Recommended',
    text: rich`The browser has a session with the issuer, so the second application gets its answer without a password; it may still have to ask for consent. Both use the code grant with PKCE, as OAuth 2.1 and RFC 9700 want it.`,
  },
  specs: [core('3.1.2.1'), core('3.1.2.3'), rfc(6749, '3.1')],
  lanes: ['user', 'browser', 'client', 'issuer'],
  variants: [],
  layers: ['iss'],
  defaults: {
    client_id: 'calendar-app',
    second_client_id: 'my-todos',
    scope: [],
    layers: ['iss'],
  },
  uses: usesCode,
  checkClient: lacksCode,
  second: { title: 'The application that is opened next', checkClient: lacksCode },
  steps: (choice) => [...loginSteps(choice), ...secondSteps(choice)],
}

/** The issuer’s page for the password does not come up: that is the point. */
function secondSteps(choice: Choice): readonly Step[] {
  const steps = loginSteps(choice).filter(({ id }) => id !== 'sign-in')
  return asClient(steps.map(explain), { prefix: 'second-', suffix: ' (second application)', pick: secondOf })
}

function explain(step: Step): Step {
  if (step.id === 'authorization-request') {
    return {
      ...step,
      teach: {
        what: rich`The second application sends the same browser to the same issuer. The browser has a cookie of the issuer by now, so the issuer knows who is there, and asks for no password.`,
        goesWrong: rich`The cookie belongs to the browser, not to a person. On a shared computer the next person is signed in everywhere, until somebody signs out at the issuer.`,
        specs: [core('3.1.2.3'), core('3.1.2.1')],
      },
    }
  }
  if (step.id !== 'check-id-token') return step
  return {
    ...step,
    teach: {
      what: rich`An ID token of its own, for the second application: another {aud}, another {nonce}, the same {sub}. Neither application has told the other anything.`,
      goesWrong: rich`An application that takes an ID token made for another one lets in whoever runs that other one.`,
      specs: [core('3.1.3.7'), core('8')],
    },
  }
}
