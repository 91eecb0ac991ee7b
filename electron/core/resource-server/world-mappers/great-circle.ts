export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Mean radius of the earth in kilometres. */
const EARTH_RADIUS = 6371.0088

/** Kilometres along the surface, by the haversine formula. */
export function distanceBetween(from: Point, to: Point): number {
  const [lat1, lat2] = [toRadians(from.lat), toRadians(to.lat)]
  const half = Math.sin((lat2 - lat1) / 2) ** 2
  const h = half + Math.cos(lat1) * Math.cos(lat2) * Math.sin(toRadians(to.lon - from.lon) / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The direction in which to set out, in degrees clockwise from north. */
export function bearingBetween(from: Point, to: Point): number {
  const [lat1, lat2] = [toRadians(from.lat), toRadians(to.lat)]
  const lon = toRadians(to.lon - from.lon)
  const y = Math.sin(lon) * Math.cos(lat2)
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(lon)
  return (toDegrees(Math.atan2(y, x)) + 360) % 360
}

/** Start, end and evenly spaced points between them. Walked from the start, so that antipodes work too. */
export function waypointsBetween(from: Point, to: Point, count: number): readonly Point[] {
  const [distance, bearing] = [distanceBetween(from, to), bearingBetween(from, to)]
  if (distance < 1) return [from, to]
  const between = Array.from({ length: count }, (_, index) =>
    walk(from, bearing, (distance * (index + 1)) / (count + 1)),
  )
  return [from, ...between, to]
}

function walk(from: Point, bearing: number, kilometres: number): Point {
  const [lat1, course, arc] = [toRadians(from.lat), toRadians(bearing), kilometres / EARTH_RADIUS]
  const sine = Math.sin(lat1) * Math.cos(arc) + Math.cos(lat1) * Math.sin(arc) * Math.cos(course)
  const y = Math.sin(course) * Math.sin(arc) * Math.cos(lat1)
  const lon = from.lon + toDegrees(Math.atan2(y, Math.cos(arc) - Math.sin(lat1) * sine))
  return { lat: round(toDegrees(Math.asin(Math.max(-1, Math.min(1, sine))))), lon: round(((lon + 540) % 360) - 180) }
}

const WINDS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const

export function windOf(bearing: number): string {
  return WINDS[Math.round(bearing / 45) % 8] ?? 'N'
}

/** Four decimals are about ten metres. */
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI
}
