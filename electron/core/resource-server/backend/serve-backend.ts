/**
 * The demo backend of a single-page app ("backend for frontend"): the browser has a cookie, the backend has the tokens.
 *
 * What keeps others out: the cookie is HttpOnly, SameSite=Strict, and for this path alone. But cookies ignore ports, so
 * whatever else runs on this machine shares the site: each request must come from this origin if the browser says where
 * it comes from, and must carry a value that only pages of this origin have been able to read. It calls the demo APIs
 * and nothing else, whatever path it is given.
 */
import type { Context, Hono } from 'hono'

import { DEMO_APIS, demoApiAddress } from '#shared/model/demo-api.ts'

import { addressOf } from '../addresses.ts'
import { HttpProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import type { BackendSession, ResourceServerOptions } from '../options.ts'
import { methodNotAllowed } from '../serve-api.ts'
import { checkSender } from './check-sender.ts'
import { clearCookie, readCookie, writeCookie } from './session-cookie.ts'

const PATH = '/apis/backend'
const SESSION_METHODS = 'GET, POST, DELETE'
/** Of what the API says; nothing that concerns the token or a cookie. */
const PASSED_ON = ['content-type', 'location'] as const

export function serveBackend(app: Hono, options: ResourceServerOptions): void {
  const address = addressOf(options.issuer, PATH)
  const { sessions } = options

  app.post(`${PATH}/session`, async (context) => {
    checkSender(context.req.raw, address)
    const state = new URLSearchParams(await readBody(context.req.raw)).get('state') ?? ''
    const opened = sessions.open(state)
    if (opened === undefined) throw noSignIn()
    const { csrf_token } = opened.session
    return context.json({ csrf_token }, 201, { 'set-cookie': writeCookie(address, opened.id) })
  })

  /** A page that is loaded again asks whether it has a session, and for the value to send along. */
  app.get(`${PATH}/session`, (context) => {
    checkSender(context.req.raw, address)
    return context.json({ csrf_token: sessionOf(context).session.csrf_token })
  })

  app.delete(`${PATH}/session`, (context) => {
    checkSender(context.req.raw, address)
    const { id, session } = sessionOf(context)
    checkPage(context, session)
    sessions.end(id)
    return context.body(null, 204, { 'set-cookie': clearCookie(address) })
  })

  app.all(`${PATH}/session`, (context) => {
    throw methodNotAllowed(context.req.method, SESSION_METHODS)
  })

  app.all(`${PATH}/:api/:path{.+}`, async (context) => {
    checkSender(context.req.raw, address)
    const { session } = sessionOf(context)
    checkPage(context, session)
    return callApi(context, session, options)
  })

  function sessionOf(context: Context): { readonly id: string; readonly session: BackendSession } {
    const id = readCookie(context.req.header('cookie'))
    const session = id === undefined ? undefined : sessions.find(id)
    if (id === undefined || session === undefined) throw noSession()
    return { id, session }
  }
}

function checkPage(context: Context, { csrf_token }: BackendSession): void {
  if (context.req.header('x-csrf-token') === csrf_token) return
  throw new HttpProblem(
    403,
    'This request is not from the page',
    'The cookie came, and not the value that only the page knows, in X-CSRF-Token: another page has had it sent.',
  )
}

async function callApi(
  context: Context,
  { access_token }: BackendSession,
  { issuer, issuerEndpoint, call = globalThis.fetch }: ResourceServerOptions,
): Promise<Response> {
  const api = DEMO_APIS.find(({ name }) => name === context.req.param('api'))
  if (api === undefined) throw noSuchApi(issuer)
  const { method, url } = context.req
  const { pathname, search } = new URL(url)
  const path = pathname.slice(pathname.indexOf(PATH) + PATH.length)
  const target = new URL(`${issuerEndpoint}/apis${path}${search}`)
  if (!target.pathname.startsWith(`/apis/${api.name}/`)) throw noSuchApi(issuer)
  const type = context.req.header('content-type')
  const accept = context.req.header('accept')
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(context.req.raw)
  const answer = await call(target, {
    method,
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${access_token}`,
      ...(type !== undefined && { 'content-type': type }),
      ...(accept !== undefined && { accept }),
    },
    ...(body !== undefined && body !== '' && { body }),
  })
  const headers = PASSED_ON.flatMap((name) => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return new Response(answer.body, { status: answer.status, headers: Object.fromEntries(headers) })
}

function noSignIn(): HttpProblem {
  return new HttpProblem(
    403,
    'No sign-in is waiting here',
    'Each sign-in opens one session, once, and soon after it. Sign in again.',
  )
}

function noSession(): HttpProblem {
  return new HttpProblem(
    401,
    'Nobody is signed in',
    'The cookie is missing, or its session has ended: signed out, too old, or from before the program was started anew.',
  )
}

function noSuchApi(issuer: string): HttpProblem {
  const known = DEMO_APIS.map(({ name }) => demoApiAddress(issuer, name))
  return new HttpProblem(404, 'The backend knows no such API', 'It calls the demo APIs, and nothing else.', {
    members: { known },
  })
}
