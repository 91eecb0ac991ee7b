import { expect, it } from 'vitest'

import { formatDistance, formatFromNow } from './format-distance.ts'

it.each([
  [0, '0 s'],
  [59, '59 s'],
  [3351, '55 min 51 s'],
  [3600, '1 h'],
  [3605, '1 h'],
  [90_061, '1 d 1 h'],
  [31_557_600 * 15, '15 y'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatDistance(seconds)).toBe(text)
})

it('says on which side of now it is', () => {
  expect([formatFromNow(110, 100), formatFromNow(90, 100), formatFromNow(100, 100)]).toEqual([
    'in 10 s',
    '10 s ago',
    'now',
  ])
})
