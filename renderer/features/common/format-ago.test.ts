import { expect, test } from 'vitest'

import { formatAgo } from './format-ago.ts'

const NOW = 1_800_000_000_000

test.each([
  [0, 'just now'],
  [60, 'just now'],
  [61, '1 min ago'],
  [7300, '2 h ago'],
  [86_400 * 1200, '1,200 d ago'],
  // Another clock, or one that was set back.
  [-5, 'just now'],
])('%d seconds are told as %s', (seconds, told) => {
  expect(formatAgo(NOW - seconds * 1000, NOW)).toBe(told)
})
