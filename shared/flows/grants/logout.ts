import { rich } from '../../teach/rich-text.ts'
import { backchannelLogout, logout as spec } from '../../teach/specs.ts'
import { nameOf } from '../authenticate.ts'
import { skipCheck } from '../checks.ts'
import { buildGet } from '../draft.ts'
import { endpointOf } from '../endpoints.ts'
import type { ArrivalStep, BrowserStep, Flow, LocalStep, PersonStep } from '../flow.ts'
import { knownText } from '../known.ts'
import { silentRequest, silentResponse } from '../steps/ask-silently.ts'
import { makeState } from '../steps/authorization-request.ts'
import { checkState } from '../steps/authorization-response.ts'
import { lacksCode, WALK_CALLBACK, usesCode } from './checks.ts'
import { loginSteps } from './login-steps.ts'

export const logout: Flow = {
  id: 'logout',
  title: 'Logout',
  group: 'around',
  summary: 'Signing out of an application, of the issuer, and of all that hangs on its session.',
  verdict: {
    tone: 'good',
    label: 'Recommended',
    text: rich`Signing out of the application alone leaves the session with the issuer, and the next click signs the user in again. Neither OAuth 2.0 nor OAuth 2.1 has a logout: OpenID Connect has this one, for the browser, and back-channel logout, from server to server.`,
  },
  specs: [spec('2'), spec('3'), backchannelLogout('2.5')],
  lanes: ['user', 'browser', 'client', 'issuer'],
  variants: [],
  layers: [],
  needs: ['end_session_endpoint'],
  uses: usesCode,
  defaults: { client_id: 'calendar-app', scope: [], layers: [] },
  checkClient: (client) =>
    lacksCode(client) ??
    (client.post_logout_redirect_uris?.includes(WALK_CALLBACK) === true
      ? undefined
      : `${nameOf(client)} has not registered ${WALK_CALLBACK} as an address to come back to after logout.`),
  steps: (choice) => [
    ...loginSteps(choice),
    makeLogoutState,
    logoutRequest,
    confirmLogout,
    logoutResponse,
    tellOthers,
    { ...makeState, id: 'silent-make-state', title: 'Make a state for a last question' },
    silentRequest,
    silentResponse,
  ],
}

const makeLogoutState: LocalStep = {
  ...makeState,
  id: 'logout-make-state',
  title: 'Make a state for the logout',
  teach: {
    what: rich`Logout sends the browser away and gets it back, like signing in. A {state} of its own tells the application which logout came to its end.`,
    goesWrong: rich`Without it, anyone can open the address after logout and make the application believe that one has happened.`,
    specs: [spec('2')],
  },
}

const logoutRequest: BrowserStep = {
  kind: 'browser',
  id: 'logout-request',
  title: 'Send the user to log out',
  from: 'browser',
  to: 'issuer',
  arrow: 'GET /logout',
  teach: {
    what: rich`The application ends its own session first. Then it sends the browser to the issuer, with the ID token as {id_token_hint}: that says who is to be signed out, and which application asks.`,
    goesWrong: rich`A page elsewhere can send a browser here, too. That is why the issuer asks the user before it ends anything, and why it goes back only to addresses that were registered.`,
    specs: [spec('2'), spec('3')],
  },
  build: (context) =>
    buildGet(endpointOf(context.issuer, 'end_session_endpoint'), {
      id_token_hint: knownText(context, 'id_token'),
      client_id: context.client.client_id,
      post_logout_redirect_uri: context.redirect_uri,
      state: knownText(context, 'state'),
    }),
}

const confirmLogout: PersonStep = {
  kind: 'person',
  id: 'confirm-logout',
  title: 'Confirm the logout',
  from: 'user',
  to: 'issuer',
  arrow: 'sign out',
  page: 'logout',
  isOptional: false,
  teach: {
    what: rich`The issuer asks whether it should end the session. It is the session of all applications that were opened with it, not of this one alone.`,
    goesWrong: rich`Whoever only closes the window is still signed in: the cookie is there until it ends.`,
    specs: [spec('2')],
  },
}

const logoutResponse: ArrivalStep = {
  kind: 'arrival',
  id: 'logout-response',
  title: 'Come back signed out',
  from: 'browser',
  to: 'client',
  arrow: 'GET /callback',
  teach: {
    what: rich`The session is over, and the browser is back at the address that was registered for it, with the {state}. Nothing else comes: there is no error to read and no token.`,
    goesWrong: rich`That the browser is here proves little: the user may have opened the address. The {state} is what tells.`,
    specs: [spec('3')],
  },
  process: (context, { parameters }) => ({ learned: {}, checks: [checkState(context, parameters['state'])] }),
}

/** Back-channel logout goes from the issuer to each application; it shows in the recorded traffic. */
const tellOthers: LocalStep = {
  kind: 'local',
  id: 'back-channel-logout',
  title: 'Tell the applications',
  from: 'issuer',
  to: 'client',
  arrow: 'logout_token',
  teach: {
    what: rich`The issuer posts a signed {logout_token} to each application of the session that has registered a {backchannel_logout_uri}. No browser is involved, so it also works for one that was closed.`,
    goesWrong: rich`A logout token looks much like an ID token. It has {events} and no {nonce}, and an application that does not check that can be given the one for the other.`,
    specs: [backchannelLogout('2.4'), backchannelLogout('2.5'), backchannelLogout('2.6')],
  },
  run({ client }) {
    const address = client['backchannel_logout_uri']
    const comparison = { id: 'told', title: 'The application is told by the issuer', spec: backchannelLogout('2.5') }
    const why =
      typeof address === 'string'
        ? `The message goes to ${address}, past this walkthrough. It stands in the traffic, as an outgoing one.`
        : `${nameOf(client)} has registered no backchannel_logout_uri, so it is not told.`
    return { learned: {}, checks: [skipCheck(comparison, why)] }
  },
}
