import { invalidParameter } from '../http/problem.ts'
import { readParameter, requireParameter } from '../http/read-parameter.ts'
import { buildOperations, listScopes } from '../operation.ts'
import type { Call, DemoApi } from '../operation.ts'
import { findPlaces } from './find-places.ts'
import { parseRouteEnd, parseRouteMode, planRoute } from './plan-route.ts'

export function createWorldMappers(): DemoApi {
  const operations = buildOperations([
    ['GET', '/geocode', 'geocode', 'Finds places by name: q, limit', geocode],
    ['GET', '/route', 'route', 'Plans a route: from, to, mode', route],
  ])
  return { name: 'world-mappers', title: 'World Mappers API', operations, scopes: listScopes(operations) }
}

function geocode({ request }: Call): Response {
  const query = requireParameter(request, 'q', 'Berlin')
  return Response.json({ query, places: findPlaces(query, parseLimit(readParameter(request, 'limit'))) })
}

function parseLimit(value: string | undefined): number {
  if (value === undefined) return 5
  if (/^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 20) return Number(value)
  throw invalidParameter('limit', `${value} is not a number from 1 to 20`)
}

function route({ request }: Call): Response {
  const from = parseRouteEnd('from', requireParameter(request, 'from', 'Berlin'))
  const to = parseRouteEnd('to', requireParameter(request, 'to', '48.86,2.35'))
  return Response.json(planRoute(from, to, parseRouteMode(readParameter(request, 'mode'))))
}
