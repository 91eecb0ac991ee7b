import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { bearingBetween, distanceBetween, waypointsBetween, windOf } from './great-circle.ts'

const berlin = { lat: 52.52, lon: 13.405 }
const paris = { lat: 48.8566, lon: 2.3522 }
const HALF_AROUND = Math.PI * 6371.0088

test('Berlin to Paris is 877 km, heading west-south-west', () => {
  expect(distanceBetween(berlin, paris)).toBeCloseTo(877.5, 0)
  expect(bearingBetween(berlin, paris)).toBeCloseTo(246.5, 0)
})

test('the way across the date line is the short one', () => {
  const points = waypointsBetween({ lat: 0, lon: 179 }, { lat: 0, lon: -179 }, 1)
  expect(points.map(({ lon }) => Math.abs(lon))).toEqual([179, 180, 179])
})

test('antipodes are half around the earth, with points on the way', () => {
  const points = waypointsBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 }, 3)
  expect(distanceBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(HALF_AROUND, 3)
  expect(points).toHaveLength(5)
})

test('a way to where one is has a start and an end', () => {
  expect(waypointsBetween(berlin, berlin, 8)).toEqual([berlin, berlin])
})

test('winds go around the compass', () => {
  expect([0, 44, 90, 200, 350].map(windOf)).toEqual(['N', 'NE', 'E', 'S', 'N'])
})

test('between any two points every figure is finite and on the globe', () => {
  const point = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(point, point, (from, to) => {
      const [distance, bearing] = [distanceBetween(from, to), bearingBetween(from, to)]
      expect(distance >= 0 && distance <= HALF_AROUND + 0.001).toBe(true)
      expect(bearing >= 0 && bearing < 360).toBe(true)
      for (const { lat, lon } of waypointsBetween(from, to, 6)) {
        expect(Math.abs(lat) <= 90 && Math.abs(lon) <= 180).toBe(true)
      }
    }),
  )
})
