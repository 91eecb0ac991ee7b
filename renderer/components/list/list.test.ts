import { describe, expect, it } from 'vitest'
import { nextRow } from '../table-focus.ts'
import { findNear } from './find-near.ts'
import { moveInList } from './move-in-list.ts'

describe('where a key leads in a list of 100 that shows 10', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 15],
    ['PageDown', 95, 99],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['a', 50, undefined],
  ])('%s at %i: %s', (key, at, to) => {
    expect(moveInList(key, at, 100, 10)).toBe(to)
  })
})

describe('a row looked for near where it was', () => {
  const letters = ['a', 'b', 'c', 'd', 'e']

  it.each([
    ['c', 2, 2],
    ['a', 4, 0],
    ['e', 0, 4],
    ['e', 400, 4],
    ['a', -1, 0],
    ['x', 2, -1],
  ])('%s, from %i: %i', (key, from, at) => {
    expect(findNear(letters, (letter) => letter, key, from)).toBe(at)
  })

  it('is nowhere in an empty list', () => {
    expect(findNear([], String, 'a', 3)).toBe(-1)
  })
})

describe('where a key leads in a table', () => {
  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 2, 2],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Tab', 0, undefined],
  ])('%s at %i: %s', (key, at, to) => {
    expect(nextRow(key, at, 3)).toBe(to)
  })
})
