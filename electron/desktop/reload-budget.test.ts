import { expect, test } from 'vitest'

import { createReloadBudget } from './reload-budget.ts'

test('so many within a minute, and again when the first is a minute ago', () => {
  let time = 0
  const budget = createReloadBudget(3, 60_000, () => time)
  const at = (seconds: number) => {
    time = seconds * 1000
    return budget.take()
  }
  expect([0, 10, 20].map(at)).toEqual([true, true, true])
  expect([30, 59].map(at)).toEqual([false, false])
  expect([60, 61].map(at)).toEqual([true, false])
  expect(at(1000)).toBe(true)
})
