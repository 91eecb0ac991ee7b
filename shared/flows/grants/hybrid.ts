import { core, rfc } from '../../teach/specs.ts'
import { rich } from '../../teach/rich-text.ts'
import { GRANT } from '../../oauth/protocol.ts'
import { insertAfter } from '../compose.ts'
import type { Choice, Flow, Step } from '../flow.ts'
import { openid } from '../layers/openid.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { authorizationRequest, makeState } from '../steps/authorization-request.ts'
import { fragmentResponse } from '../steps/authorization-response.ts'
import { apiSteps, callApi } from '../steps/call-api.ts'
import { readFrontIdToken } from '../steps/id-token.ts'
import { consent, signIn } from '../steps/person.ts'
import { redeemCode } from '../steps/token-request.ts'
import { lacksCallback, lacksGrant, lacksResponseType } from './checks.ts'

const DEFAULT = 'code id_token'

export const hybrid: Flow = {
  id: 'hybrid',
  title: 'Hybrid',
  group: 'person',
  summary: 'An application wants to know at once who signed in, and gets the rest for the code.',
  verdict: {
    tone: 'warn',
    label: 'Rarely needed',
    text: rich`{code id_token} guards the code by a signed hash; PKCE does the same with less. The types with {token} put an access token into an address, which RFC 9700 tells applications not to do. OAuth 2.1 knows the code alone.`,
  },
  specs: [core('3.3.2.11'), rfc(9700, '2.1.1'), rfc(9700, '2.1.2'), OAUTH_2_1],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [
    { id: 'code id_token', title: 'code id_token', summary: 'A code, and an ID token that vouches for it by c_hash.' },
    { id: 'code token', title: 'code token', summary: 'A code, and an access token at once.' },
    { id: 'code id_token token', title: 'code id_token token', summary: 'All three, the ID token vouching for both.' },
  ],
  layers: ['pkce', 'refresh', 'iss', 'form_post', 'jarm', 'resource', 'rar', 'jar', 'par'],
  builtIn: ['openid'],
  defaults: {
    client_id: 'calendar-app',
    api: 'https://organizer.test/api',
    scope: ['read:contacts'],
    variant: DEFAULT,
    layers: ['iss'],
  },
  uses: (variant = DEFAULT) => ({ grants: [GRANT.authorizationCode, GRANT.implicit], responseType: variant }),
  checkClient: (client, variant = DEFAULT) =>
    lacksGrant(client, GRANT.authorizationCode) ??
    (variant.includes('token') ? lacksGrant(client, GRANT.implicit) : undefined) ??
    lacksResponseType(client, variant) ??
    lacksCallback(client),
  steps: hybridSteps,
}

function hybridSteps(choice: Choice): readonly Step[] {
  const { variant = DEFAULT, api } = choice
  const words = variant.split(' ')
  const request = authorizationRequest(variant, { always: ['openid'] })
  const base = [makeState, request, signIn, consent, fragmentResponse, redeemCode, ...apiSteps(choice)]
  const withCall =
    words.includes('token') && api !== undefined ? insertAfter(base, fragmentResponse.id, callAtOnce) : base
  const checked = words.includes('id_token') ? insertAfter(withCall, fragmentResponse.id, readFrontIdToken) : withCall
  return openid.apply(checked, choice)
}

const callAtOnce: Step = {
  ...callApi,
  id: 'call-api-at-once',
  title: 'Call the API with the token that came first',
  teach: {
    what: rich`The access token that came with the answer works at once, before the code is exchanged. The exchange will give another one, which never passed through an address.`,
    goesWrong: rich`This token was in the browser’s hands, and nobody has checked who the application is. An issuer does well to let it live shorter, or to give it less.`,
    specs: [core('3.3.2.11'), rfc(9700, '2.1.2')],
  },
}
