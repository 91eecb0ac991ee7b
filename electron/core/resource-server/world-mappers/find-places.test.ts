import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { findPlaces } from './find-places.ts'

function names(query: string): readonly string[] {
  return findPlaces(query, 5).map(({ name }) => name)
}

test('the name itself comes first with the full score', () => {
  expect(findPlaces('Berlin', 5)[0]).toEqual({
    name: 'Berlin',
    country: 'Germany',
    lat: 52.52,
    lon: 13.405,
    match: 'exact',
    score: 1,
  })
})

test.each([
  ['zurich', 'Zürich'],
  ['SÃO PAULO', 'São Paulo'],
  ['bogota', 'Bogotá'],
  ['Paris, France', 'Paris'],
  ['Londn', 'London'],
  ['Kopenhagen', 'Copenhagen'],
  ['san fran', 'San Francisco'],
  ['york', 'New York'],
])('%s finds %s', (query, name) => {
  expect(names(query)[0]).toBe(name)
})

test('a country finds its cities', () => {
  expect(names('united states')).toEqual(['Chicago', 'Los Angeles', 'New York', 'San Francisco'])
})

test('what is nowhere finds nothing', () => {
  for (const query of ['Atlantis', 'xx', '🙂', '...', '東京']) expect(names(query)).toEqual([])
})

test('whatever is asked, there are at most as many as wanted, best first', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 10 }), (query, limit) => {
      const scores = findPlaces(query, limit).map(({ score }) => score)
      expect(scores.length).toBeLessThanOrEqual(limit)
      expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    }),
  )
})
