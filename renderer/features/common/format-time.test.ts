import { describe, expect, it } from 'vitest'

import { formatClock, formatMoment, formatSpan, formatTook } from './format-time.ts'

const MORNING = new Date(2026, 10, 3, 9, 4, 7, 12).getTime()

it('says a time of day to the millisecond', () => {
  expect(formatClock(MORNING)).toBe('09:04:07.012')
})

it('says a moment with its day', () => {
  expect(formatMoment(MORNING)).toBe('2026-11-03 09:04:07')
})

it.each([
  [0.4, '0 ms'],
  [17.6, '18 ms'],
  [999, '999 ms'],
  [1250, '1.25 s'],
])('says that something took %d ms as %s', (took, said) => {
  expect(formatTook(took)).toBe(said)
})

describe('a span', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [60, '1 minute'],
    [90, '90 seconds'],
    [5400, '90 minutes'],
    [604_800, '7 days'],
  ])('of %d seconds is said exactly, as %s', (seconds, said) => {
    expect(formatSpan(seconds)).toBe(said)
  })
})
