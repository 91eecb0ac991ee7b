import { expect, it } from 'vitest'

import { draftOf, isDirty, retentionOf } from './retention-draft.ts'

it.each([
  [0, 0, 1],
  [59, 59, 1],
  [90, 90, 1],
  [120, 2, 60],
  [5400, 90, 60],
  [7200, 2, 3600],
  [604_800, 7, 86_400],
])('shows %d seconds as %d times %d, and gives them back', (maxAge, age, unit) => {
  const draft = draftOf({ maxCount: 1, maxAge })
  expect(draft).toMatchObject({ age, unit })
  expect(retentionOf(draft)).toEqual({ maxCount: 1, maxAge })
  expect(isDirty(draft)).toBe(false)
})

it('is changed when a field is empty or says something else', () => {
  const draft = draftOf({ maxCount: 10, maxAge: 60 })
  expect(isDirty({ ...draft, maxCount: undefined })).toBe(true)
  expect(isDirty({ ...draft, maxCount: 11 })).toBe(true)
  expect(isDirty({ ...draft, unit: 3600 })).toBe(true)
})

it('is not changed by saying the same in another unit', () => {
  expect(isDirty({ ...draftOf({ maxCount: 10, maxAge: 60 }), age: 60, unit: 1 })).toBe(false)
})
