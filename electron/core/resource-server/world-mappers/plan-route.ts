import { invalidParameter } from '../http/problem.ts'
import { findPlaces } from './find-places.ts'
import { bearingBetween, distanceBetween, waypointsBetween, windOf } from './great-circle.ts'
import type { Point } from './great-circle.ts'

/** Kilometres an hour, and what to add to the straight line for roads and bends. */
const MODES = {
  car: { speed: 80, detour: 1.3 },
  bicycle: { speed: 18, detour: 1.25 },
  plane: { speed: 800, detour: 1.02 },
} as const

export type RouteMode = keyof typeof MODES

const COORDINATES = /^([+-]?\d{1,3}(?:\.\d+)?)\s*,\s*([+-]?\d{1,3}(?:\.\d+)?)$/
const WAYPOINTS = 6

/** An end of a route: `lat,lon`, or the name of a place. */
export function parseRouteEnd(parameter: string, value: string): Point & { readonly name?: string } {
  const coordinates = COORDINATES.exec(value)
  if (coordinates !== null) return parsePoint(parameter, Number(coordinates[1]), Number(coordinates[2]))
  const [place] = findPlaces(value, 1)
  if (place !== undefined) return { name: place.name, lat: place.lat, lon: place.lon }
  throw invalidParameter(parameter, `${value} is no place that the gazetteer knows; give a large city or lat,lon`)
}

function parsePoint(parameter: string, lat: number, lon: number): Point {
  if (Math.abs(lat) > 90) throw invalidParameter(parameter, `latitude ${lat} is not between -90 and 90`)
  if (Math.abs(lon) > 180) throw invalidParameter(parameter, `longitude ${lon} is not between -180 and 180`)
  return { lat, lon }
}

export function parseRouteMode(value: string | undefined): RouteMode {
  if (value === undefined) return 'car'
  if (Object.hasOwn(MODES, value)) return value as RouteMode
  throw invalidParameter('mode', `${value} is not one of ${Object.keys(MODES).join(', ')}`)
}

/** An estimate along the great circle: a demo has no roads. */
export function planRoute(from: Point, to: Point, mode: RouteMode) {
  const { speed, detour } = MODES[mode]
  const distance = distanceBetween(from, to)
  const bearing = bearingBetween(from, to)
  return {
    from,
    to,
    mode,
    distance_km: Math.round(distance * 10) / 10,
    bearing: Math.round(bearing) % 360,
    direction: windOf(bearing),
    duration_minutes: Math.round(((distance * detour) / speed) * 60),
    waypoints: waypointsBetween(from, to, WAYPOINTS).map(({ lat, lon }) => ({ lat, lon })),
  }
}
