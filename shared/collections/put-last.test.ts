import { expect, it } from 'vitest'

import { putLast } from './put-last.ts'

it('keeps what is newest', () => {
  const map = new Map<string, number>()
  for (const [index, key] of ['a', 'b', 'c'].entries()) putLast(map, key, index, 2)
  expect([...map]).toEqual([
    ['b', 1],
    ['c', 2],
  ])
})

it('takes what is put again for the newest', () => {
  const map = new Map([
    ['a', 0],
    ['b', 1],
  ])
  putLast(map, 'a', 2, 2)
  expect([...map]).toEqual([
    ['b', 1],
    ['a', 2],
  ])
  putLast(map, 'c', 3, 2)
  expect([...map.keys()]).toEqual(['a', 'c'])
})
