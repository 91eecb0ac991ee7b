import { GRANT } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { authMethodOf, buildSelfClaims, nameOf, signAsClient } from '../authenticate.ts'
import type { Flow, LocalStep } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { scopeText } from '../scope.ts'
import { apiSteps } from '../steps/call-api.ts'
import { tokenRequest } from '../steps/token-request.ts'
import { lacksGrant } from './checks.ts'

export const jwtBearer: Flow = {
  id: 'jwt-bearer',
  title: 'JWT Bearer',
  group: 'extension',
  summary: 'An application that is trusted to know its users signs who it asks for.',
  verdict: {
    tone: 'warn',
    label: 'For trusted applications',
    text: rich`A signed statement takes the place of the user’s consent, so whoever has the key can be anybody. It fits between services of one house. OAuth 2.1 leaves it to its own standard; RFC 9700 adds nothing to it but what it says of keys.`,
  },
  specs: [rfc(7523, '2.1'), rfc(7521, '4.1')],
  lanes: ['client', 'issuer', 'api'],
  variants: [
    { id: 'user', title: 'About a user', summary: 'sub is a user: the token acts for them.' },
    { id: 'itself', title: 'About itself', summary: 'sub is the application: a signed JWT instead of a secret.' },
  ],
  layers: ['openid', 'resource', 'dpop'],
  defaults: {
    client_id: 'delivery-planner',
    api: 'https://world-mappers.test/api',
    scope: ['route'],
    variant: 'user',
    layers: [],
  },
  uses: () => ({ grants: [GRANT.jwtBearer] }),
  checkClient: (client) =>
    lacksGrant(client, GRANT.jwtBearer) ??
    (client.jwks === undefined && authMethodOf(client) !== 'private_key_jwt'
      ? `${nameOf(client)} has no key to sign with.`
      : undefined),
  steps: (choice) => [signAssertion, askForToken, ...apiSteps(choice)],
}

const signAssertion: LocalStep = {
  kind: 'local',
  id: 'sign-assertion',
  title: 'Sign who it is about',
  from: 'client',
  to: 'client',
  arrow: 'assertion',
  teach: {
    what: rich`The application writes a JWT: {iss} is the application itself, {sub} is whom the token is wanted for, {aud} is the issuer. It is good for a few minutes and, by its {jti}, once.`,
    goesWrong: rich`The key behind this signature can speak for every user. It belongs into hardware or a vault, not into a repository.`,
    specs: [rfc(7523, '3'), rfc(7519, '4.1')],
  },
  async run(context) {
    const { choice, client } = context
    const sub = choice.variant === 'itself' ? client.client_id : choice.user
    const assertion = await signAsClient(context, { ...buildSelfClaims(context), sub })
    return { learned: learn({ assertion }, ['assertion']), checks: [] }
  },
}

const askForToken = tokenRequest({
  title: 'Trade the assertion for a token',
  grant_type: GRANT.jwtBearer,
  what: rich`The assertion stands where a code would stand: it is the reason why the issuer should give a token. Beside it the application says who it is, as it always does; that is a second JWT, about itself.`,
  goesWrong: rich`Sent a second time, the same assertion is refused: its {jti} has been seen.`,
  specs: [rfc(7523, '2.1'), rfc(7521, '4.1')],
  parameters: (context) => ({ assertion: knownText(context, 'assertion'), scope: scopeText(context) }),
})
