/** The session between a page and its own backend: a cookie in the one, the tokens in the other. */
import { findHeader } from '../../model/headers.ts'
import { rich } from '../../teach/rich-text.ts'
import { BROWSER_APPS, COOKIES, rfc } from '../../teach/specs.ts'
import { isGood, readJson, readRefusal, textOf } from '../answer.ts'
import { checkThat } from '../checks.ts'
import { buildForm } from '../draft.ts'
import type { Answer, CallStep, Check, Context, LocalStep } from '../flow.ts'
import { knownText, learn, maybeText } from '../known.ts'

export const CSRF_HEADER = 'x-csrf-token'

export const keepTokens: LocalStep = {
  kind: 'local',
  id: 'keep-tokens',
  title: 'Keep the tokens on the server',
  from: 'client',
  to: 'client',
  arrow: 'keep the tokens',
  teach: {
    what: rich`The backend puts the tokens into its own memory, beside the sign-in that they came of. What the browser will get is only a name for that place: a long random number.`,
    goesWrong: rich`A session that lives in a signed cookie, tokens and all, sends the tokens through the browser after all. Encrypted it may; then whoever has the key has everybody’s tokens.`,
    specs: [BROWSER_APPS],
  },
  run(context) {
    const access_token = knownText(context, 'access_token')
    context.tools.backend.keepTokens(knownText(context, 'state'), { access_token })
    return { learned: {}, checks: [] }
  },
}

export const openSession: CallStep = {
  kind: 'call',
  id: 'open-session',
  title: 'Give the browser a cookie',
  from: 'browser',
  to: 'client',
  arrow: 'sign-in is done',
  answerArrow: 'Set-Cookie',
  teach: {
    what: rich`The backend answers the browser that came back with a session cookie. {HttpOnly}: no script can read it. {SameSite=Strict}: pages of other sites cannot have it sent. In the body stands a second value, which only pages of this origin can read, and have to send along from now on.`,
    goesWrong: rich`{Secure} is missing here, since this is plain HTTP on your own machine; everywhere else it belongs there, and the name should begin with {__Host-}. Cookies ignore ports: every program on this machine that your browser talks to at this path would be sent it.`,
    specs: [COOKIES, BROWSER_APPS, rfc(6749, '10.12')],
  },
  build: (context) =>
    buildForm(`${context.tools.backend.address}/session`, { state: knownText(context, 'state') }, [ownOrigin(context)]),
  process(context, answer) {
    const error = readRefusal(answer)
    if (error !== undefined) return { learned: {}, checks: [], error }
    const cookie = findHeader(answer.headers, 'set-cookie') ?? ''
    const [session_cookie = ''] = cookie.split(';', 1)
    const csrf_token = textOf(readJson(answer)?.['csrf_token'])
    return {
      learned: learn({ session_cookie, csrf_token }, ['session_cookie', 'csrf_token']),
      checks: [...checkCookie(cookie), checkNoToken(context, answer)],
    }
  },
}

function checkCookie(cookie: string): readonly Check[] {
  const attributes = cookie.split(';').map((part) => part.trim().toLowerCase())
  return [
    checkThat(
      {
        id: 'http-only',
        title: 'No script can read the cookie',
        spec: COOKIES,
        otherwise: 'Without HttpOnly a script that was slipped into the page can carry the session off.',
      },
      attributes.includes('httponly'),
      cookie === '' ? 'no cookie' : attributes.slice(1).join('; '),
      'HttpOnly',
    ),
    checkThat(
      {
        id: 'same-site',
        title: 'Other sites cannot have the cookie sent',
        spec: COOKIES,
        otherwise: 'Without SameSite any page can send requests with this session, and only the second value is left.',
      },
      attributes.includes('samesite=strict') || attributes.includes('samesite=lax'),
      attributes.find((part) => part.startsWith('samesite')) ?? 'nothing',
      'SameSite=Strict or Lax',
    ),
  ]
}

/** Compared with the tokens that there really are, wherever in the answer they might stand. */
export function checkNoToken({ known }: Context, { headers, body }: Answer): Check {
  const text = [body, ...headers.map(([, value]) => value)].join('\n')
  const found = ['access_token', 'id_token', 'refresh_token'].filter((name) => {
    const value = known[name]?.value
    return typeof value === 'string' && text.includes(value)
  })
  return checkThat(
    {
      id: 'no-token',
      title: 'No token has come to the browser',
      spec: BROWSER_APPS,
      otherwise: 'The answer carries a token. Whatever runs in the page can read it now.',
    },
    found.length === 0,
    found.join(', ') || 'none',
    'none',
  )
}

export function checkLetIn(answer: Answer): Check {
  return checkThat(
    {
      id: 'backend-answer',
      title: 'The backend lets the page in',
      spec: BROWSER_APPS,
      otherwise: 'The session is not there any more: the program may have been started anew. Restart the walkthrough.',
    },
    isGood(answer),
    `${answer.status}`,
    'a status from 200 to 299',
  )
}

/** As a browser says where a request comes from; the page and its backend have one origin. */
export function ownOrigin({ tools }: Context): readonly ['origin', string] {
  return ['origin', new URL(tools.backend.address).origin]
}

/** What the browser adds by itself, since it has the cookie. */
export function sessionCookieOf(context: Context): readonly ['cookie', string] {
  return ['cookie', knownText(context, 'session_cookie')]
}

/** What only the page can add. */
export function csrfTokenOf(context: Context): readonly [typeof CSRF_HEADER, string] {
  return [CSRF_HEADER, maybeText(context, 'csrf_token') ?? '']
}
