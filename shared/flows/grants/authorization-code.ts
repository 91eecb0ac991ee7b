import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import type { Flow } from '../flow.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { lacksCode, usesCode } from './checks.ts'
import { codeStepsWithApi } from './code-steps.ts'

export const authorizationCode: Flow = {
  id: 'authorization-code',
  title: 'Authorization Code',
  group: 'person',
  summary: 'A server-side application gets access to a user’s data, with the user’s consent.',
  verdict: {
    tone: 'neutral',
    label: 'Good with PKCE',
    text: rich`The grant that most others are measured by: nothing secret passes through the browser. OAuth 2.1 wants it together with PKCE, and RFC 9700 recommends PKCE for confidential applications, too; switch the layer on.`,
  },
  specs: [rfc(6749, '4.1'), rfc(9700, '2.1.1'), OAUTH_2_1],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: ['pkce', 'openid', 'refresh', 'iss', 'form_post', 'jarm', 'resource', 'rar', 'dpop', 'jar', 'par'],
  defaults: {
    client_id: 'calendar-app',
    api: 'https://organizer.test/api',
    scope: ['read:appointments', 'read:contacts'],
    layers: ['openid', 'refresh', 'iss'],
  },
  uses: usesCode,
  checkClient: lacksCode,
  steps: codeStepsWithApi,
}
