import { GRANT } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import type { Flow, LocalStep } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { scopeText } from '../scope.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { apiSteps } from '../steps/call-api.ts'
import { tokenRequest } from '../steps/token-request.ts'
import { lacksGrant } from './checks.ts'

export const password: Flow = {
  id: 'password',
  title: 'Password',
  group: 'person',
  summary: 'An old program asks for the user’s password in a form of its own.',
  verdict: {
    tone: 'bad',
    label: 'Do not use it',
    text: rich`The user gives the password away, which is what OAuth was made to avoid. No second factor, no consent, no single sign-on. OAuth 2.1 has left it out, and RFC 9700 says that it must not be used. It was meant for the time in which an old program moves to something better.`,
  },
  specs: [rfc(6749, '4.3'), rfc(9700, '2.4'), OAUTH_2_1],
  lanes: ['user', 'client', 'issuer', 'api'],
  variants: [],
  layers: ['openid', 'refresh', 'resource', 'dpop'],
  defaults: {
    client_id: 'old-mail',
    api: 'https://organizer.test/api',
    scope: ['read:contacts'],
    layers: ['openid', 'refresh'],
  },
  uses: () => ({ grants: [GRANT.password] }),
  onlyHere:
    'It needs somebody’s password, and the playground keeps none of people at other issuers. Ask for the code grant there.',
  checkClient: (client) => lacksGrant(client, GRANT.password),
  steps: (choice) => [typePassword, askForToken, ...apiSteps(choice)],
}

const typePassword: LocalStep = {
  kind: 'local',
  id: 'type-password',
  title: 'Type the password into the application',
  from: 'user',
  to: 'client',
  arrow: 'name and password',
  teach: {
    what: rich`The application has a sign-in form of its own. The user types the password of the issuer into it, and from now on the application knows it.`,
    goesWrong: rich`Nobody can see what the application does with the password: keep it, log it, use it elsewhere. And people learn that typing it anywhere is all right.`,
    specs: [rfc(6749, '4.3.1'), rfc(6749, '10.7'), rfc(9700, '2.4')],
  },
  run: ({ choice, password: typed = choice.user }) => ({
    learned: learn({ username: choice.user, password: typed }, ['password']),
    checks: [],
  }),
}

const askForToken = tokenRequest({
  title: 'Trade the password for tokens',
  grant_type: GRANT.password,
  what: rich`The application sends the name and the password to the token endpoint. The issuer cannot tell whether the user is there, or ever was.`,
  goesWrong: rich`Whoever has this application’s name can try passwords here, as fast as the issuer lets them.`,
  specs: [rfc(6749, '4.3.2'), rfc(9700, '2.4')],
  parameters: (context) => ({
    username: knownText(context, 'username'),
    password: knownText(context, 'password'),
    scope: scopeText(context),
  }),
})
