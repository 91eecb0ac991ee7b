import { expect, it } from 'vitest'

import { formatAge } from './age.ts'

it.each([
  [0, '1 second'],
  [45, '45 seconds'],
  [119, '119 seconds'],
  [239, '4 minutes'],
  [7300, '2 hours'],
  [200_000, '2 days'],
])('says %s seconds as %s', (seconds, said) => {
  expect(formatAge(1_000_000 - seconds, 1_000_000)).toBe(said)
})
