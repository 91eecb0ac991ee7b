import { expect, test } from 'vitest'

import { createMemory } from '../../stores/memory.ts'
import { loadRecent, saveRecent } from './recent.ts'

test('nothing was chosen at first', () => {
  expect(loadRecent(createMemory())).toEqual([])
})

test('what is chosen again comes first, and stands there once', () => {
  const memory = createMemory()
  for (const id of ['traffic', 'client:calendar-app', 'traffic']) saveRecent(memory, id)
  expect(loadRecent(memory)).toEqual(['traffic', 'client:calendar-app'])
})

test('the oldest is forgotten', () => {
  const memory = createMemory()
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) saveRecent(memory, id)
  expect(loadRecent(memory)).toEqual(['g', 'f', 'e', 'd', 'c', 'b'])
})
