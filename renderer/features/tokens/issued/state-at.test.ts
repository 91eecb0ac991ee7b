import { expect, it } from 'vitest'

import { stateAt } from './state-at.ts'

it('lets an active token expire while it is looked at, and leaves the others as they are', () => {
  expect(stateAt({ state: 'active', expiresAt: 100 }, 99)).toBe('active')
  expect(stateAt({ state: 'active', expiresAt: 100 }, 100)).toBe('expired')
  expect(stateAt({ state: 'active' }, 100)).toBe('active')
  expect(stateAt({ state: 'revoked', expiresAt: 100 }, 200)).toBe('revoked')
})
