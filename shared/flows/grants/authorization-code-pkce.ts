import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import type { Flow } from '../flow.ts'
import { pkce } from '../layers/pkce.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { lacksCode, usesCode } from './checks.ts'
import { codeStepsWithApi } from './code-steps.ts'

export const authorizationCodePkce: Flow = {
  id: 'authorization-code-pkce',
  title: 'Authorization Code with PKCE',
  group: 'person',
  summary: 'An application in a browser, on a phone or on a desktop gets access to a user’s data.',
  verdict: {
    tone: 'good',
    label: 'Recommended',
    text: rich`What OAuth 2.1 and RFC 9700 want of every application that has users: public ones must use PKCE, and for confidential ones it is recommended. A code that is caught on the way is of no use to the thief.`,
  },
  specs: [rfc(6749, '4.1'), rfc(7636), OAUTH_2_1],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: ['openid', 'refresh', 'iss', 'form_post', 'jarm', 'resource', 'rar', 'dpop', 'jar', 'par'],
  builtIn: ['pkce'],
  defaults: {
    client_id: 'my-todos',
    api: 'https://organizer.test/api',
    scope: ['read:tasks', 'create:tasks'],
    layers: ['openid', 'refresh', 'iss'],
  },
  uses: usesCode,
  checkClient: lacksCode,
  steps: (choice) => pkce.apply(codeStepsWithApi(choice), choice),
}
