import { GRANT } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { ciba as spec } from '../../teach/specs.ts'
import { readJson, readRefusal } from '../answer.ts'
import { authenticate } from '../authenticate.ts'
import { checkThat } from '../checks.ts'
import { buildForm, buildGet } from '../draft.ts'
import { endpointOf } from '../endpoints.ts'
import type { BrowserStep, CallStep, Choice, Flow, LocalStep, PersonStep, Step } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { openid } from '../layers/openid.ts'
import { scopeText } from '../scope.ts'
import { apiSteps } from '../steps/call-api.ts'
import { buildPolls } from '../steps/poll.ts'
import { lacksGrant } from './checks.ts'

const { pending, early, poll } = buildPolls({
  grant_type: GRANT.ciba,
  spec: spec('11'),
  specs: [spec('10.1'), spec('11')],
  parameters: (context) => ({ auth_req_id: knownText(context, 'auth_req_id') }),
})

export const ciba: Flow = {
  id: 'ciba',
  title: 'CIBA',
  group: 'device',
  summary: 'The application knows who the user is and asks them on their own telephone.',
  verdict: {
    tone: 'neutral',
    label: 'Where it fits',
    text: rich`For call centres, tills and payments: the user approves on a device of their own, and no browser is sent anywhere. It is an extension by OpenID, in neither OAuth 2.1 nor RFC 9700. Whoever may ask can ask anybody at any time, so only trusted applications should.`,
  },
  specs: [spec('7.1'), spec('10.1')],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: ['refresh', 'resource', 'dpop'],
  builtIn: ['openid'],
  needs: ['backchannel_authentication_endpoint'],
  uses: () => ({ grants: [GRANT.ciba] }),
  defaults: {
    client_id: 'taxi-finder',
    api: 'https://world-mappers.test/api',
    scope: ['route'],
    layers: [],
  },
  checkClient: (client) => lacksGrant(client, GRANT.ciba),
  steps: (choice) =>
    openid.apply([makeMessage, request, pending, early, ...approveSteps(choice), poll, ...apiSteps(choice)], choice),
}

/** Another issuer asks the user in a way of its own, where nothing here can look. */
function approveSteps({ issuer }: Choice): readonly Step[] {
  return issuer === undefined ? [openApprovals, approve] : [approve]
}

const makeMessage: LocalStep = {
  kind: 'local',
  id: 'make-binding-message',
  title: 'Make a message to compare',
  from: 'client',
  to: 'user',
  arrow: 'binding_message',
  teach: {
    what: rich`The application makes up a short {binding_message} and shows or says it to the user. The same message will stand on the telephone, so the user can see that the two belong together.`,
    goesWrong: rich`Without it the user approves whatever comes up first. A stranger who asks at the same moment is let in.`,
    specs: [spec('7.1')],
  },
  run: ({ tools }) => ({ learned: learn({ binding_message: `Request ${tools.random().slice(-6)}` }), checks: [] }),
}

const request: CallStep = {
  kind: 'call',
  id: 'backchannel-authentication',
  title: 'Ask the issuer to ask the user',
  from: 'client',
  to: 'issuer',
  arrow: 'POST /backchannel',
  answerArrow: 'auth_req_id',
  teach: {
    what: rich`The application says who it is, who the user is ({login_hint}), what it wants, and the message. The issuer answers with an {auth_req_id} to poll with, and asks the user in its own way.`,
    goesWrong: rich`An application that may name any user can bother any user. The issuer has to limit that.`,
    specs: [spec('7.1'), spec('7.3')],
  },
  build(context) {
    const form = {
      scope: scopeText(context, ['openid']),
      login_hint: context.choice.user,
      binding_message: knownText(context, 'binding_message'),
    }
    return authenticate(context, buildForm(endpointOf(context.issuer, 'backchannel_authentication_endpoint'), form))
  },
  process(_context, answer) {
    const error = readRefusal(answer)
    if (error !== undefined) return { learned: {}, checks: [], error }
    const { auth_req_id, interval } = readJson(answer) ?? {}
    const comparison = {
      id: 'ciba-answer',
      title: 'There is an auth_req_id to poll with',
      spec: spec('7.3'),
      otherwise: 'Without it the application cannot hear what the user has said.',
    }
    const isThere = typeof auth_req_id === 'string'
    return {
      learned: learn({ auth_req_id, interval }, ['auth_req_id']),
      checks: [checkThat(comparison, isThere, isThere ? 'there is one' : 'nothing', 'an auth_req_id')],
    }
  },
}

const openApprovals: BrowserStep = {
  kind: 'browser',
  id: 'approvals-page',
  title: 'Look at the telephone',
  from: 'browser',
  to: 'issuer',
  arrow: 'GET /approvals',
  teach: {
    what: rich`How the issuer reaches the user is its own business: an app, a message, a call. Here a page of the issuer stands for the telephone, with everything that waits for an answer on it.`,
    goesWrong: rich`Somebody who is asked many times in a row says yes in the end, to have some peace. The issuer should not let it come to that.`,
    specs: [spec('8')],
  },
  // No standard names this address, since no standard needs it.
  build: ({ issuer }) => buildGet(`${issuer.issuer.replace(/\/$/, '')}/approvals`),
}

const approve: PersonStep = {
  kind: 'person',
  id: 'approve',
  title: 'Compare the message and approve',
  from: 'user',
  to: 'issuer',
  arrow: 'approve',
  page: 'approval',
  isOptional: false,
  teach: {
    what: rich`The user sees who asks, for what, and the message, and approves or denies. The application is not involved: it only hears the outcome.`,
    goesWrong: rich`An approval that does not say for whom and for what is a signature on an empty sheet.`,
    specs: [spec('8')],
  },
}
