import { expect, test } from 'vitest'

import { checkUser } from '../contract/check-entities.ts'
import { checkShape } from '../contract/check-shape.ts'
import { userSchema } from '../contract/user.ts'
import { adviseClaim } from '../oauth/advise-claim.ts'
import { buildPeople } from './build-people.ts'
import { PEOPLE } from './people.ts'

test('they are the same each time, and as many as were asked for', () => {
  expect(buildPeople(new Set(), 10)).toEqual(buildPeople(new Set(), 10))
  expect(buildPeople(new Set(), 100)).toHaveLength(100)
})

test('nobody who is there comes again, and no two are the same', () => {
  const first = buildPeople(new Set(['alice']), 10).map(({ username }) => username)
  const all = buildPeople(new Set(first), 90).map(({ username }) => username)
  expect(new Set([...first, ...all]).size).toBe(100)
})

test('they are of many languages, and right in all that the standard says', () => {
  const users = buildPeople(new Set(), PEOPLE.length)
  const locales = new Set(users.map(({ claims }) => claims?.['locale']))
  expect(locales.size).toBe(PEOPLE.length)
  for (const user of users) {
    expect(checkShape(userSchema, user)).toEqual([])
    expect(checkUser({ entity: user, path: [] })).toEqual([])
    const advice = Object.entries(user.claims ?? {}).map(([name, value]) => adviseClaim(name, value))
    expect(advice.filter((text) => text !== undefined)).toEqual([])
    expect(user.claims?.['email']).toMatch(/@example\.test$/)
  }
})
