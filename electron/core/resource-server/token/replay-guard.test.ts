import { expect, test } from 'vitest'
import { createReplayGuard } from './replay-guard.ts'

test('a key is claimed once', () => {
  const guard = createReplayGuard()
  expect(guard.claim('a', 100, 400)).toBe(true)
  expect(guard.claim('a', 101, 401)).toBe(false)
  expect(guard.claim('b', 101, 401)).toBe(true)
})

test('an expired key can be claimed again', () => {
  const guard = createReplayGuard()
  guard.claim('a', 100, 400)
  expect(guard.claim('a', 400, 700)).toBe(true)
})

test('when full, the oldest goes and the newest stay', () => {
  const guard = createReplayGuard(3)
  for (const key of ['a', 'b', 'c', 'd']) expect(guard.claim(key, 100, 400)).toBe(true)
  expect(guard.claim('d', 100, 400)).toBe(false)
  expect(guard.claim('c', 100, 400)).toBe(false)
  expect(guard.claim('a', 100, 400)).toBe(true)
})
