import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function ask(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await world.call('world-mappers', path, { claims: { sub: 'taxi-finder', client_id: 'taxi-finder' } })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a place is found by name', async () => {
  expect(await ask('/geocode?q=zurich')).toEqual({
    status: 200,
    body: {
      query: 'zurich',
      places: [{ name: 'Zürich', country: 'Switzerland', lat: 47.3769, lon: 8.5417, match: 'exact', score: 1 }],
    },
  })
})

test('what is nowhere is an empty list, not an error', async () => {
  expect(await ask('/geocode?q=Atlantis')).toEqual({ status: 200, body: { query: 'Atlantis', places: [] } })
})

test('limit bounds the list', async () => {
  expect((await ask('/geocode?q=united%20states&limit=2')).body['places']).toHaveLength(2)
})

test('a route has distance, bearing, duration and waypoints', async () => {
  const { status, body } = await ask('/route?from=Berlin&to=48.8566,2.3522')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    from: { name: 'Berlin', lat: 52.52, lon: 13.405 },
    to: { lat: 48.8566, lon: 2.3522 },
    mode: 'car',
    distance_km: 877.5,
    direction: 'SW',
    duration_minutes: 856,
  })
  expect(body['waypoints']).toHaveLength(8)
})

test('a plane is faster than a car', async () => {
  const [car, plane] = [await ask('/route?from=Berlin&to=Tokyo'), await ask('/route?from=Berlin&to=Tokyo&mode=plane')]
  expect(Number(plane.body['duration_minutes'])).toBeLessThan(Number(car.body['duration_minutes']))
})

test.each([
  ['/geocode', 'q', 'is missing; for example q=Berlin'],
  ['/geocode?q=%20', 'q', 'is missing; for example q=Berlin'],
  ['/geocode?q=a&q=b', 'q', 'is given more than once'],
  [`/geocode?q=${'x'.repeat(201)}`, 'q', 'is longer than 200 characters'],
  ['/geocode?q=a&limit=0', 'limit', '0 is not a number from 1 to 20'],
  ['/geocode?q=a&limit=1e1', 'limit', '1e1 is not a number from 1 to 20'],
  ['/route?from=Berlin', 'to', 'is missing; for example to=48.86,2.35'],
  ['/route?from=91,0&to=Berlin', 'from', 'latitude 91 is not between -90 and 90'],
  ['/route?from=0,181&to=Berlin', 'from', 'longitude 181 is not between -180 and 180'],
  [
    '/route?from=Berlin&to=Atlantis',
    'to',
    'Atlantis is no place that the gazetteer knows; give a large city or lat,lon',
  ],
  ['/route?from=Berlin&to=Paris&mode=broom', 'mode', 'broom is not one of car, bicycle, plane'],
  ['/route?from=Berlin&to=Paris&mode=constructor', 'mode', 'constructor is not one of car, bicycle, plane'],
])('%s is refused, naming %s', async (path, parameter, detail) => {
  expect(await ask(path)).toEqual({
    status: 400,
    body: {
      title: 'A parameter is not valid',
      status: 400,
      detail: `${parameter}: ${detail}`,
      errors: [{ parameter, detail }],
    },
  })
})

test.each([
  ['/geocode?q=Berlin', 'route', 'geocode'],
  ['/route?from=Berlin&to=Paris', 'geocode', 'route'],
])('%s is refused with the scope %s', async (path, scope, needed) => {
  const response = await world.call('world-mappers', path, { claims: { scope } })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ scope: needed })
})
