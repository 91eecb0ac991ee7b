import { describe, expect, it } from 'vitest'
import { byNearness, editDistance } from './edit-distance.ts'

describe('the edit distance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['calendar-ap', 'calendar-app', 1],
    ['😀', '😃', 1],
  ])('from %j to %j is %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
    expect(editDistance(other, one)).toBe(distance)
  })

  it('compares the start of very long values only', () => {
    expect(editDistance('a'.repeat(1_000_000), 'a'.repeat(300))).toBe(0)
  })
})

describe('the nearest', () => {
  it('comes first', () => {
    expect(byNearness('my-todo', ['calendar-app', 'my-todos', 'old-mail'])[0]).toBe('my-todos')
  })
})
