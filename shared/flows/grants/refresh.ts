import { GRANT } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { core, rfc } from '../../teach/specs.ts'
import type { Flow, Step } from '../flow.ts'
import { knownText } from '../known.ts'
import { pkce } from '../layers/pkce.ts'
import { askConsent } from '../layers/refresh.ts'
import { requestedScope } from '../scope.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { callApi } from '../steps/call-api.ts'
import { refreshSteps } from '../steps/refresh.ts'
import { tokenRequest } from '../steps/token-request.ts'
import { lacksCode, lacksGrant } from './checks.ts'
import { codeSteps } from './code-steps.ts'

/** What the first request asks for in any case. */
const ALWAYS = ['refresh'] as const

export const refreshToken: Flow = {
  id: 'refresh-token',
  title: 'Refresh Token',
  group: 'person',
  summary: 'An application stays signed in for weeks, with access tokens that live for minutes.',
  verdict: {
    tone: 'good',
    label: 'Recommended',
    text: rich`OAuth 2.1 and RFC 9700 want the refresh tokens of public applications to be used once, or bound to a key. Here each use gives a new one, and one that comes back trips the alarm.`,
  },
  specs: [rfc(6749, '6'), rfc(9700, '4.14'), OAUTH_2_1],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: ['openid', 'iss', 'resource', 'dpop'],
  builtIn: ['pkce', 'refresh'],
  defaults: {
    client_id: 'text-app',
    api: 'https://organizer.test/api',
    scope: ['read:contacts', 'create:contacts'],
    layers: ['iss'],
  },
  uses: () => ({ grants: [GRANT.authorizationCode, GRANT.refreshToken], responseType: 'code' }),
  checkClient: (client) => lacksCode(client) ?? lacksGrant(client, GRANT.refreshToken),
  steps(choice) {
    const call: readonly Step[] = choice.api === undefined ? [] : [callApi]
    const signedIn = choice.layers.includes('openid') ? askConsent(codeSteps(ALWAYS)) : codeSteps(ALWAYS)
    return pkce.apply([...signedIn, ...call, askForLess, ...refreshSteps(choice)], choice)
  },
}

const askForLess = tokenRequest({
  id: 'refresh-less',
  title: 'Refresh for less',
  answerArrow: 'a lesser token',
  grant_type: GRANT.refreshToken,
  what: rich`A refresh may ask for less than was granted: here for one scope alone, for a part of the program that needs no more. What was granted stays as it is, and the next refresh may have all of it again.`,
  goesWrong: rich`More than was granted cannot be had this way: that would be {invalid_scope}. For more, the user has to be asked.`,
  specs: [rfc(6749, '6'), core('12')],
  parameters: (context) => {
    const [first] = context.choice.scope.length > 0 ? context.choice.scope : requestedScope(context.choice, ALWAYS)
    return { refresh_token: knownText(context, 'refresh_token'), scope: first }
  },
})
