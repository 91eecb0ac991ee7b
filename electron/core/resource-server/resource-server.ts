import { Hono } from 'hono'
import type { MiddlewareHandler } from 'hono'
import { WELL_KNOWN, addressOf, metadataAddressOf } from './addresses.ts'
import { createAgents } from './agents/agents.ts'
import { serveBackend } from './backend/serve-backend.ts'
import { describeApi, listOperations, resourceOf, summarizeApi } from './describe-api.ts'
import { cors } from './http/cors.ts'
import { HttpProblem, buildProblemResponse } from './http/problem.ts'
import type { DemoApi } from './operation.ts'
import type { ResourceServerOptions } from './options.ts'
import { createOrganizer } from './organizer/organizer.ts'
import { createPhotobox } from './photobox/photobox.ts'
import { buildResourceMetadata } from './resource-metadata.ts'
import { methodNotAllowed, serveApi } from './serve-api.ts'
import { createTokenGuard } from './token/check-token.ts'
import { TokenRefusal, buildRefusalResponse, describeRefusal } from './token/token-refusal.ts'
import { createWorldMappers } from './world-mappers/world-mappers.ts'

export type { ResourceServerOptions } from './options.ts'

export interface ResourceServer {
  fetch(request: Request): Promise<Response>
}

/** The demo APIs, their descriptions and their metadata. Their data lives as long as the server that is given back. */
export function createResourceServer(options: ResourceServerOptions): ResourceServer {
  const apis = createDemoApis()
  const app = new Hono()
  app.use(cors(), quietHeaders())
  serveDescriptions(app, apis, options)
  const guard = createTokenGuard(options)
  for (const api of apis) serveApi(app, api, options.issuer, guard)
  serveBackend(app, options)
  app.notFound((context) => buildProblemResponse(unknownPath(context.req.path, apis, options)))
  app.onError((error, context) => {
    if (error instanceof TokenRefusal) options.onRefused?.(context.req.raw, describeRefusal(error))
    return buildErrorResponse(error, context.req.path, apis, options.issuer)
  })
  return { fetch: async (request) => app.fetch(request) }
}

function createDemoApis(): readonly DemoApi[] {
  const organizer = createOrganizer()
  return [organizer.api, createWorldMappers(), createPhotobox(), createAgents(organizer.appointments)]
}

function serveDescriptions(
  app: Hono,
  apis: readonly DemoApi[],
  { issuer, apis: registered }: ResourceServerOptions,
): void {
  const pages: readonly (readonly [string, (path: string) => unknown])[] = [
    ['/apis', () => ({ apis: apis.map((api) => summarizeApi(issuer, api, registered())) })],
    ...apis.map((api) => [`/apis/${api.name}`, () => describeApi(issuer, api, registered())] as const),
    [`${WELL_KNOWN}/*`, (path) => buildResourceMetadata(issuer, apis, registered(), path)],
  ]
  for (const [path, build] of pages) {
    app.get(path, (context) => context.json(build(context.req.path)))
    app.options(path, () => new Response(null, { status: 204, headers: { allow: 'GET, HEAD, OPTIONS' } }))
    app.all(path, (context) => {
      throw methodNotAllowed(context.req.method, 'GET, HEAD, OPTIONS')
    })
  }
}

/** The answers hold one user's data and change with every call. */
function quietHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    context.res.headers.set('Cache-Control', 'no-store')
    context.res.headers.set('X-Content-Type-Options', 'nosniff')
  }
}

function unknownPath(
  path: string,
  apis: readonly DemoApi[],
  { issuer, apis: registered }: ResourceServerOptions,
): HttpProblem {
  const api = findApi(path, apis)
  if (api === undefined) {
    const known = apis.map((candidate) => summarizeApi(issuer, candidate, registered()).address)
    return new HttpProblem(404, 'No such demo API', `The demo APIs are ${known.join(', ')}.`, { members: { known } })
  }
  const detail = `The ${api.name} API has nothing here; ${addressOf(issuer, `/apis/${api.name}`)} describes what it has.`
  return new HttpProblem(404, 'No such operation', detail, { members: { operations: listOperations(api) } })
}

function buildErrorResponse(error: Error, path: string, apis: readonly DemoApi[], issuer: string): Response {
  if (error instanceof HttpProblem) return buildProblemResponse(error)
  if (error instanceof TokenRefusal) {
    const api = findApi(path, apis)
    return buildRefusalResponse(error, metadataAddressOf(issuer, api === undefined ? '' : resourceOf(api)))
  }
  return buildProblemResponse(new HttpProblem(500, 'The demo API failed', error.message, { cause: error }))
}

function findApi(path: string, apis: readonly DemoApi[]): DemoApi | undefined {
  return apis.find(({ name }) => path === `/apis/${name}` || path.startsWith(`/apis/${name}/`))
}
