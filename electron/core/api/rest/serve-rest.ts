import { Hono } from 'hono'

import type { CoreApi } from '../create-api.ts'
import { invalid } from '../failures.ts'
import { buildDocsPage, DOCS_POLICY } from './docs-page.ts'
import type { Events } from './events.ts'
import type { Guard } from './guard.ts'
import { buildOpenApi } from '#shared/rest/openapi.ts'
import { buildProblemResponse, explainFailure, Problem } from './problem.ts'
import { readInput } from './read-input.ts'
import { BASE, COLLECTIONS, type Route, ROUTES } from '#shared/rest/routes.ts'

export interface RestOptions {
  readonly api: CoreApi
  readonly guard: Guard
  readonly events: Events
  /** Where the API is, for its documentation. */
  readonly address: string
  readonly onProblem: (message: string) => void
}

/** The calls as REST. Whatever is wrong with a request is said in problem details; nothing about it is thrown further. */
export function serveRest(options: RestOptions): (request: Request) => Response | Promise<Response> {
  const app = new Hono().basePath(BASE)
  app.use(async (context, next) => {
    await next()
    context.res.headers.set('cache-control', 'no-store')
    context.res.headers.set('x-content-type-options', 'nosniff')
    context.res.headers.set('referrer-policy', 'no-referrer')
  })
  app.use(async ({ req }, next) => {
    options.guard.assertOrigin(req.raw)
    if (!isOpen(req.path)) options.guard.assertToken(req.raw)
    await next()
  })
  serveDescriptions(app, options.address)
  serveEvents(app, options.events)
  for (const route of ROUTES) {
    app.on(route.method, honoPath(route.path), (context) =>
      answer(options.api, route, { request: context.req.raw, params: paramsOf(route, context.req.param()) }),
    )
  }
  refuseOtherMethods(app)
  app.notFound(() => buildProblemResponse(nothingHere()))
  app.onError((error, { req }) => explain(error, `${req.method} ${req.path}`, options.onProblem))
  return (request) => app.fetch(request)
}

/** They describe the program and hold nothing of anybody's. */
const OPEN = new Set([`${BASE}/openapi.json`, `${BASE}/docs`])

function isOpen(path: string): boolean {
  return OPEN.has(path)
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function paramsOf({ path }: Route, params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => path.includes(`{${name}}`)))
}

interface Sent {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
}

async function answer(api: CoreApi, route: Route, sent: Sent): Promise<Response> {
  try {
    const input = await readInput(route, sent)
    const output: unknown = await api.call(route.call, input, 'rest')
    return buildAnswer(route, output, sent.request, input['secrets'] === true)
  } catch (error) {
    const problem = explainFailure(error, route.body)
    if (problem === undefined) throw error
    return buildProblemResponse(problem)
  }
}

interface VersionedOutput {
  readonly version: string
  readonly value: Readonly<Record<string, unknown>>
  readonly created?: boolean
}

function isVersioned(output: unknown): output is VersionedOutput {
  return typeof output === 'object' && output !== null && 'version' in output && 'value' in output
}

function buildAnswer(route: Route, output: unknown, request: Request, secrets: boolean): Response {
  if (!isVersioned(output)) return Response.json(output)
  // The two ways of showing an entity are two representations; If-Match takes either for the entity.
  const etag = `"${output.version}${secrets ? '.s' : ''}"`
  if (route.method === 'GET' && matches(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: { etag } })
  }
  const isNew = route.created !== undefined || output.created === true
  const location =
    route.created === undefined
      ? undefined
      : `${BASE}${route.path}/${encodeURIComponent(String(output.value[route.created]))}`
  return Response.json(output.value, {
    status: isNew ? 201 : 200,
    headers: { etag, ...(location !== undefined && { location }) },
  })
}

/** RFC 9110 section 13.1.2: compared weakly. */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}

function serveDescriptions(app: Hono, address: string): void {
  app.get('/openapi.json', () => Response.json(buildOpenApi(address)))
  app.get('/docs', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DOCS_POLICY }
    return new Response(buildDocsPage(buildOpenApi(address)), { headers })
  })
}

function serveEvents(app: Hono, events: Events): void {
  app.get('/events', ({ req }) => {
    if (req.method === 'HEAD')
      return new Response(null, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
    const sent = req.header('last-event-id') ?? req.query('after')
    return events.open(sent === undefined ? undefined : readId(sent), req.raw.signal)
  })
}

function readId(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw invalid([
    { path: 'after', message: `found ${JSON.stringify(text.slice(0, 80))}, expected the id of an exchange` },
  ])
}

function refuseOtherMethods(app: Hono): void {
  const open = ['/openapi.json', '/docs', '/events'].map((path) => ({ path, method: 'GET' as const }))
  const all = [...ROUTES, ...open]
  for (const path of new Set(all.map((route) => route.path))) {
    const methods = all.filter((route) => route.path === path).map(({ method }) => method)
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')
    app.all(honoPath(path), ({ req }) => {
      const detail = `${req.method} is not possible here. Possible: ${allow}.`
      return buildProblemResponse(new Problem(405, 'Method not allowed', detail, { headers: { allow } }))
    })
  }
}

function nothingHere(): Problem {
  const known = COLLECTIONS.map((path) => `${BASE}${path}`).join(', ')
  return new Problem(404, 'Not found', `There is nothing at this address. There are: ${known}.`)
}

function explain(error: Error, request: string, onProblem: RestOptions['onProblem']): Response {
  const problem = explainFailure(error, undefined)
  if (problem !== undefined) return buildProblemResponse(problem)
  onProblem(`${request} failed: ${error.name}: ${error.message}`)
  return buildProblemResponse(
    new Problem(500, 'The management API failed', 'This is a mistake in Valet Key. What it printed says more.'),
  )
}
