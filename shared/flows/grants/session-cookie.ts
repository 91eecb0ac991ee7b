import { rich } from '../../teach/rich-text.ts'
import { BROWSER_APPS, COOKIES, rfc } from '../../teach/specs.ts'
import { isPublic, nameOf } from '../authenticate.ts'
import type { ArrivalStep, Choice, Flow, Step } from '../flow.ts'
import { pkce } from '../layers/pkce.ts'
import { askAfterwards, askBackend, askFromElsewhere, endSession, forwardedCall } from '../steps/backend-calls.ts'
import { keepTokens, openSession } from '../steps/backend-session.ts'
import { lacksCode } from './checks.ts'
import { codeSteps } from './code-steps.ts'

export const sessionCookie: Flow = {
  id: 'session-cookie',
  title: 'Cookies instead of tokens',
  group: 'around',
  summary: 'A single-page app with a backend on its own domain: the backend has the tokens, the browser a cookie.',
  verdict: {
    tone: 'good',
    label: 'Recommended',
    text: rich`For a single-page app that has a backend, or can have one, the best current practice for browser-based applications names this as the most secure way (a backend for frontend). The code grant with PKCE is what OAuth 2.1 and RFC 9700 want; the tokens it brings stay on the server.`,
  },
  specs: [BROWSER_APPS, COOKIES, rfc(9700, '2.1.1')],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: ['openid', 'iss', 'resource', 'jar', 'par'],
  builtIn: ['pkce'],
  defaults: {
    client_id: 'calendar-app',
    api: 'https://organizer.test/api',
    scope: ['read:appointments', 'read:contacts'],
    layers: ['openid', 'iss'],
  },
  checkClient: (client) =>
    lacksCode(client) ??
    (isPublic(client)
      ? `${nameOf(client)} has no secret and no key. The backend that this is about can keep one, and should.`
      : undefined),
  steps: (choice) => [...pkce.apply(codeSteps(), choice).map(explain), keepTokens, openSession, ...callSteps(choice)],
}

function callSteps({ api }: Choice): readonly Step[] {
  const calls = api === undefined ? [] : [askBackend, forwardedCall, askFromElsewhere]
  return [...calls, endSession, askAfterwards]
}

/** The same messages, sent by a backend: what it means for the page is what counts here. */
function explain(step: Step): Step {
  if (step.id === 'token-request') return { ...step, teach: redeemed }
  return step.kind === 'arrival' ? { ...step, teach: brought } : step
}

const brought: ArrivalStep['teach'] = {
  what: rich`The browser comes back to an address of the backend, and brings the code there. The page’s script has no part in it: it need not even be loaded.`,
  goesWrong: rich`A code that the page takes first, and hands on to the backend, has been where scripts run. It is of little use without the secret and the verifier, but why show it.`,
  specs: [rfc(6749, '4.1.2'), BROWSER_APPS],
}

const redeemed: Step['teach'] = {
  what: rich`The backend redeems the code, with its secret and with the verifier. The tokens come to the backend, and this is as far as they go.`,
  goesWrong: rich`A backend that hands the access token on to the page has all the work of this way, and the danger of the other.`,
  specs: [rfc(6749, '4.1.3'), rfc(7636, '4.5'), BROWSER_APPS],
}
