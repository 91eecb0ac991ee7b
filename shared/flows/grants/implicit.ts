import { core, OIDC, rfc } from '../../teach/specs.ts'
import { rich } from '../../teach/rich-text.ts'
import { GRANT } from '../../oauth/protocol.ts'
import { isOidcScope } from '../../oauth/scope.ts'
import { insertAfter } from '../compose.ts'
import type { Choice, Flow, Step, Variant } from '../flow.ts'
import { formPost } from '../layers/form-post.ts'
import { openid } from '../layers/openid.ts'
import { requestedScope } from '../scope.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { authorizationRequest, makeState } from '../steps/authorization-request.ts'
import { authorizationResponse, fragmentResponse } from '../steps/authorization-response.ts'
import { apiSteps } from '../steps/call-api.ts'
import { readFrontIdToken, userInfo } from '../steps/id-token.ts'
import { consent, signIn } from '../steps/person.ts'
import { lacksCallback, lacksGrant, lacksResponseType } from './checks.ts'

const VARIANTS: readonly Variant[] = [
  { id: 'token', title: 'token', summary: 'An access token, and nothing that says who signed in.' },
  {
    id: 'id_token token',
    title: 'id_token token',
    summary: 'An ID token and an access token, tied together by at_hash.',
  },
  { id: 'id_token', title: 'id_token', summary: 'An ID token alone: login, and no access to anything.' },
]

export const implicit: Flow = {
  id: 'implicit',
  title: 'Implicit',
  group: 'person',
  summary: 'What applications in browsers did before they could call the token endpoint themselves.',
  verdict: {
    tone: 'bad',
    label: 'Do not use it',
    text: rich`The access token travels in an address, where histories, extensions and scripts of others get at it. OAuth 2.1 has left this grant out, and RFC 9700 tells applications not to use it. Take the code grant with PKCE.`,
  },
  specs: [rfc(6749, '4.2'), rfc(9700, '2.1.2'), OAUTH_2_1],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: VARIANTS,
  layers: ['iss', 'jarm', 'resource', 'jar', 'par'],
  defaults: {
    client_id: 'my-todos',
    api: 'https://organizer.test/api',
    scope: ['read:tasks'],
    variant: 'token',
    layers: ['iss'],
  },
  uses: (variant = 'token') => ({ grants: [GRANT.implicit], responseType: variant }),
  checkClient: (client, variant = 'token') =>
    lacksGrant(client, GRANT.implicit) ?? lacksResponseType(client, variant) ?? lacksCallback(client),
  steps: implicitSteps,
}

function implicitSteps(choice: Choice): readonly Step[] {
  const { variant = 'token' } = choice
  const [withLogin, withToken] = [variant.includes('id_token'), variant.split(' ').includes('token')]
  const base: readonly Step[] = [makeState, requestOf(variant), signIn, consent, fragmentResponse]
  const answered = withLogin ? withNonce([...base, readFrontIdToken]) : base
  if (!withToken) return answered
  return [...answered, ...(withLogin ? [userInfo] : []), ...apiSteps(choice)]
}

/** Login alone gives no access token, so scopes of an API would be asked for in vain. */
function requestOf(variant: string) {
  const always = variant.includes('id_token') ? (['openid'] as const) : []
  return authorizationRequest(variant, {
    scope: ({ choice }) => requestedScope(choice, always).filter((name) => variant !== 'id_token' || isOidcScope(name)),
  })
}

/** Required here: nothing else ties the token to this sign-in (OpenID Connect Core section 3.2.2.1). */
function withNonce(steps: readonly Step[]): readonly Step[] {
  return openid.apply(steps, { client_id: '', scope: [], layers: [], user: '' })
}

export const implicitFormPost: Flow = {
  id: 'implicit-form-post',
  title: 'Implicit with Form Post',
  group: 'person',
  summary: 'A server-side application wants to know who signs in, and nothing else.',
  verdict: {
    tone: 'neutral',
    label: 'For login only',
    text: rich`No access token is in play, and the ID token comes in a form instead of an address; RFC 9700 only warns of access tokens in the front channel. The code grant does all of this, too, and also checks who the application is.`,
  },
  specs: [core('3.2.2.1'), OIDC.formPost, rfc(9700, '2.1.2')],
  lanes: ['user', 'browser', 'client', 'issuer'],
  variants: [],
  layers: ['iss', 'jarm', 'jar', 'par'],
  builtIn: ['openid', 'form_post'],
  defaults: { client_id: 'calendar-app', scope: ['profile'], layers: ['iss'] },
  uses: () => ({ grants: [GRANT.implicit], responseType: 'id_token', responseMode: 'form_post' }),
  checkClient: (client) =>
    lacksGrant(client, GRANT.implicit) ?? lacksResponseType(client, 'id_token') ?? lacksCallback(client),
  steps(choice) {
    const base = [makeState, requestOf('id_token'), signIn, consent, postedResponse]
    return formPost.apply(withNonce(insertAfter(base, postedResponse.id, readFrontIdToken)), choice)
  },
}

const postedResponse = {
  ...authorizationResponse,
  title: 'Come back with a form that posts itself',
  arrow: 'POST /callback',
  teach: {
    what: rich`The issuer answers with a page that has a form in it, and a line of script that posts the form to the application. The server gets the ID token, and no address has it.`,
    goesWrong: rich`The form comes from the issuer’s site, so cookies with {SameSite=Lax} do not come along: an application that keeps its {state} in one finds it missing.`,
    specs: [OIDC.formPost, core('3.2.2.5')],
  },
}
