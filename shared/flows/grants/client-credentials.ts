import { GRANT } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { core, rfc } from '../../teach/specs.ts'
import { authMethodOf, AUTH_METHODS, type AuthMethod, nameOf } from '../authenticate.ts'
import type { ClientMetadata } from '../../model/client.ts'
import type { Flow, Obstacle } from '../flow.ts'
import { apiSteps } from '../steps/call-api.ts'
import { tokenRequest } from '../steps/token-request.ts'
import { lacksGrant } from './checks.ts'

/** Either way the same secret is compared, so a client that has one may send it as it likes. */
const BY_SECRET: readonly string[] = ['client_secret_basic', 'client_secret_post']

export const clientCredentials: Flow = {
  id: 'client-credentials',
  title: 'Client Credentials',
  group: 'machine',
  summary: 'A program calls an API in its own name: no user is there.',
  verdict: {
    tone: 'good',
    label: 'Right for machines',
    text: rich`OAuth 2.1 keeps it. RFC 9700 recommends that the application proves who it is with a key: a signed JWT is good for a minute, while a secret that was read once is good until somebody changes it.`,
  },
  specs: [rfc(6749, '4.4'), rfc(9700, '2.5')],
  lanes: ['client', 'issuer', 'api'],
  variants: [
    {
      id: 'client_secret_basic',
      title: 'Secret in Basic',
      summary: 'The name and the secret stand in the Authorization header.',
    },
    {
      id: 'client_secret_post',
      title: 'Secret in the form',
      summary: 'The name and the secret are parameters among the others.',
    },
    {
      id: 'private_key_jwt',
      title: 'Signed JWT',
      summary: 'The application signs who it is; the key never leaves it.',
      client_id: 'delivery-planner',
    },
  ],
  layers: ['resource', 'dpop'],
  defaults: {
    client_id: 'taxi-finder',
    api: 'https://world-mappers.test/api',
    scope: ['geocode'],
    variant: 'client_secret_basic',
    layers: [],
  },
  uses: (variant) => ({ grants: [GRANT.clientCredentials], authMethod: variant }),
  checkClient: (client, variant) => lacksGrant(client, GRANT.clientCredentials) ?? lacksMethod(client, variant),
  steps: (choice) => [askForToken, ...apiSteps(choice)],
}

function lacksMethod(client: ClientMetadata, variant: string | undefined): Obstacle {
  const registered = authMethodOf(client)
  if (variant === undefined || variant === registered) return undefined
  if (BY_SECRET.includes(variant) && BY_SECRET.includes(registered)) return undefined
  return `${nameOf(client)} is registered for ${registered}, not for ${variant}.`
}

const askForToken = tokenRequest({
  title: 'Ask for a token',
  grant_type: GRANT.clientCredentials,
  what: rich`One request: the application says who it is, and what it wants to do. There is no user to ask, so the issuer decides by what the application was registered for.`,
  goesWrong: rich`The token stands for the application and all of its users at once. An API must not take it for a user: its {sub} is the application.`,
  specs: [rfc(6749, '4.4.2'), rfc(6749, '2.3.1'), core('9'), rfc(7523, '2.2')],
  method: ({ choice }): AuthMethod | undefined => AUTH_METHODS.find((method) => method === choice.variant),
  parameters: ({ choice }) => ({ scope: choice.scope.join(' ') || undefined }),
})
