import { describe, expect, it } from 'vitest'

import { layoutTimes } from './layout-times.ts'

describe('exchanges on a bar', () => {
  it('stand where they were, as parts of the whole', () => {
    const bars = layoutTimes([
      { id: 2, startedAt: 1050, duration: 50 },
      { id: 1, startedAt: 1000, duration: 40 },
    ])
    expect(bars).toEqual([
      { id: 1, left: 0, width: 0.4 },
      { id: 2, left: 0.5, width: 0.5 },
    ])
  })

  it('have pauses between them cut short', () => {
    const [, after] = layoutTimes([
      { id: 1, startedAt: 0, duration: 20 },
      { id: 2, startedAt: 600_000, duration: 20 },
    ])
    expect(after?.left).toBeCloseTo(0.8)
  })

  it('never leave the bar and never vanish', () => {
    const bars = layoutTimes([
      { id: 1, startedAt: 0, duration: 1000 },
      { id: 2, startedAt: 1000 },
    ])
    expect(bars.every(({ left, width }) => left >= 0 && width > 0 && left + width <= 1)).toBe(true)
    expect(layoutTimes([{ id: 1, startedAt: 5 }])).toEqual([{ id: 1, left: 0, width: 0.012 }])
    expect(layoutTimes([])).toEqual([])
  })
})
