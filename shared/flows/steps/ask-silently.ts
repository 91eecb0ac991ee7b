/** Whether anybody is signed in, asked without any page (`prompt=none`). */
import { rich } from '../../teach/rich-text.ts'
import { core, OIDC, rfc } from '../../teach/specs.ts'
import { checkThat } from '../checks.ts'
import type { ArrivalStep, BrowserStep } from '../flow.ts'
import { knownText } from '../known.ts'
import { authorizationRequest } from './authorization-request.ts'
import { authorizationResponse, checkState } from './authorization-response.ts'

export const silentRequest: BrowserStep = {
  ...authorizationRequest('code'),
  id: 'silent-request',
  title: 'Ask whether anybody is signed in',
  arrow: 'GET /authorize, prompt=none',
  teach: {
    what: rich`The application asks for a code once more, with {prompt=none}: without any page. While there was a session, that would have given one.`,
    goesWrong: rich`An application that asks like this in a hidden frame needs the issuer’s cookie there, and browsers no longer send it to frames of other sites.`,
    specs: [OIDC.authRequest, core('3.1.2.3')],
  },
  async build(context) {
    const code_challenge = await context.tools.sha256(knownText(context, 'code_verifier'))
    const parameters = { prompt: 'none', code_challenge, code_challenge_method: 'S256' }
    const request = authorizationRequest('code', { scope: () => ['openid'], parameters: () => parameters })
    return request.build(context)
  },
}

export const silentResponse: ArrivalStep = {
  ...authorizationResponse,
  id: 'silent-response',
  title: 'Find nobody signed in',
  arrow: 'error=login_required',
  teach: {
    what: rich`The issuer answers {login_required}: nobody is there. So the logout has reached the issuer, and the next sign-in will ask for a password.`,
    goesWrong: rich`A code here would mean that the session is still alive, whatever the pages have said.`,
    specs: [core('3.1.2.6'), rfc(6749, '4.1.2.1')],
  },
  process(context, { parameters }) {
    const comparison = {
      id: 'login-required',
      title: 'Nobody is signed in any more',
      spec: core('3.1.2.6'),
      otherwise: 'The session with the issuer is still there: who confirms nothing on its page stays signed in.',
    }
    const found = parameters['error'] ?? (parameters['code'] === undefined ? 'nothing' : 'a code')
    const check = checkThat(comparison, found === 'login_required', found, 'login_required')
    return { learned: {}, checks: [checkState(context, parameters['state']), check] }
  },
}
