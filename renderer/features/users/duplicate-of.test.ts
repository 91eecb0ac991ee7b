import { expect, test } from 'vitest'

import { duplicateOf } from './duplicate-of.ts'

const meta = { hasSecondFactor: true }

test('a copy has all but what is somebody’s own', () => {
  const claims = {
    name: 'Alice',
    preferred_username: 'alice',
    email: 'alice@organizer.test',
    email_verified: true,
    roles: ['admin'],
  }
  expect(duplicateOf({ username: 'alice', claims, meta }, new Set(['alice', 'alice-2']), 'Copy of Alice')).toEqual({
    username: 'alice-3',
    claims: {
      name: 'Copy of Alice',
      preferred_username: 'alice-3',
      email: 'alice-3@organizer.test',
      roles: ['admin'],
    },
  })
})

test('a copy of a name that is as long as it may be is no longer', () => {
  const { username } = duplicateOf({ username: 'x'.repeat(255), claims: {}, meta }, new Set(), 'X')
  expect(username).toHaveLength(255)
  expect(username).toMatch(/-2$/)
})
