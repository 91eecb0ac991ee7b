/** What a page can do with its cookie, and what others cannot. */
import { rich } from '../../teach/rich-text.ts'
import { BROWSER_APPS, COOKIES, fetchStandard, rfc } from '../../teach/specs.ts'
import { expectRefusal, readRefusal } from '../answer.ts'
import { findAllowedCall } from '../api-calls.ts'
import { buildGet } from '../draft.ts'
import type { CallStep, Context, Draft } from '../flow.ts'
import { checkLetIn, checkNoToken, CSRF_HEADER, csrfTokenOf, ownOrigin, sessionCookieOf } from './backend-session.ts'
import { buildCall, callApi } from './call-api.ts'

export const askBackend: CallStep = {
  kind: 'call',
  id: 'call-backend',
  title: 'Ask the backend',
  from: 'browser',
  to: 'client',
  arrow: 'call with the cookie',
  answerArrow: '200',
  teach: {
    what: rich`The page calls its own backend. The browser adds the cookie by itself; the page adds the value that it was told, in a header of its own. The backend finds the tokens by the cookie, calls the API with the access token, and hands the answer on.`,
    goesWrong: rich`The backend should pass on what the page needs, and nothing else: one that forwards every address is a door to all that the token opens.`,
    specs: [BROWSER_APPS, COOKIES],
  },
  build: (context) => throughBackend(context, [sessionCookieOf(context), csrfTokenOf(context)]),
  process: (context, answer) => ({
    learned: {},
    checks: [checkLetIn(answer), checkNoToken(context, answer)],
    error: readRefusal(answer),
  }),
}

export const forwardedCall: CallStep = {
  ...callApi,
  title: 'What the backend did for it',
  teach: {
    what: rich`This is the call by which the backend got its answer, sent once more so that it can be looked at: the same address at the API, the access token in place of the cookie.`,
    goesWrong: rich`An API that took the cookie itself would have to guard against forged requests, too. With a token in a header there is nothing that a browser adds by itself.`,
    specs: [rfc(6750, '2.1'), BROWSER_APPS],
  },
}

export const askFromElsewhere: CallStep = {
  kind: 'call',
  id: 'call-from-elsewhere',
  title: 'A page from elsewhere tries',
  from: 'browser',
  to: 'client',
  arrow: 'cookie, no token of the page',
  answerArrow: '403',
  teach: {
    what: rich`Another program on this machine has a page, too, and to a browser another port is the same site: it sends the cookie along. But that page cannot read the second value, and the browser says in {Origin} where it comes from. The backend refuses.`,
    goesWrong: rich`This is cross-site request forgery, which tokens in a header do not have. {SameSite} alone does not keep out what shares the site: other ports, other subdomains.`,
    specs: [rfc(6749, '10.12'), COOKIES, fetchStandard('origin-header')],
  },
  build: (context) => throughBackend(context, [sessionCookieOf(context), ['origin', ELSEWHERE]]),
  process: (_context, answer) =>
    expectRefusal(answer, {
      id: 'forged-refused',
      title: 'The backend refuses a request that its page did not send',
      spec: BROWSER_APPS,
      status: [403],
      otherwise: `The backend let it in. Does it look at Origin, and at ${CSRF_HEADER}?`,
    }),
}

/** Where nobody of this walkthrough lives. */
const ELSEWHERE = 'http://localhost:9'

export const endSession: CallStep = {
  kind: 'call',
  id: 'end-session',
  title: 'Sign out',
  from: 'browser',
  to: 'client',
  arrow: 'DELETE /session',
  answerArrow: '204',
  teach: {
    what: rich`The backend forgets the session and the tokens in it, and takes the cookie back with one that has run out. The sign-in at the issuer is another thing: the walkthrough on logout ends that.`,
    goesWrong: rich`A page that only deletes what it shows leaves the session alive: the cookie is still there, and so are the tokens behind it.`,
    specs: [COOKIES, BROWSER_APPS],
  },
  build: (context) => ({
    method: 'DELETE',
    url: `${context.tools.backend.address}/session`,
    headers: [ownOrigin(context), sessionCookieOf(context), csrfTokenOf(context)],
  }),
  process: (_context, answer) => ({ learned: {}, checks: [checkLetIn(answer)], error: readRefusal(answer) }),
}

export const askAfterwards: CallStep = {
  kind: 'call',
  id: 'ask-afterwards',
  title: 'The same cookie once more',
  from: 'browser',
  to: 'client',
  arrow: 'GET /session',
  answerArrow: '401',
  teach: {
    what: rich`Somebody has kept the cookie and sends it again. The backend knows no such session any more, so it opens nothing.`,
    goesWrong: rich`A session that is only in the cookie cannot be ended by the server: it is good until it runs out.`,
    specs: [COOKIES, BROWSER_APPS],
  },
  build: (context) => buildGet(`${context.tools.backend.address}/session`, {}, [sessionCookieOf(context)]),
  process: (_context, answer) =>
    expectRefusal(answer, {
      id: 'session-over',
      title: 'The session is over',
      spec: COOKIES,
      status: [401],
      otherwise: 'The cookie still opens the session: signing out has changed nothing.',
    }),
}

/** The address at the backend that stands for the call of the API. */
function throughBackend(context: Context, headers: Draft['headers']): Draft {
  const call = findAllowedCall(context)
  const path = call.url.slice(call.url.indexOf('/apis/') + '/apis'.length)
  return buildCall({ ...call, url: `${context.tools.backend.address}${path}` }, headers)
}
