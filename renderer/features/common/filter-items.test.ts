import { expect, it } from 'vitest'

import { filterItems } from './filter-items.ts'

const NAMES = ['CalendarApp calendar-app', 'MyTodos.io my-todos', 'Old Mail old-mail']
const self = (name: string) => name

it('keeps everything, the same list, when nothing is typed', () => {
  expect(filterItems(NAMES, '', self)).toBe(NAMES)
  expect(filterItems(NAMES, '  ', self)).toBe(NAMES)
})

it('keeps what has all the words, in any order and case', () => {
  expect(filterItems(NAMES, 'MAIL old', self)).toEqual(['Old Mail old-mail'])
  expect(filterItems(NAMES, 'app todos', self)).toEqual([])
})

it('takes what is typed as text, not as a pattern', () => {
  expect(filterItems(NAMES, 's.i', self)).toEqual(['MyTodos.io my-todos'])
  expect(filterItems(NAMES, '.*', self)).toEqual([])
})

it('goes through 10,000 at the speed of typing', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `User ${index} user-${index}`)
  const began = performance.now()
  expect(filterItems(many, 'user-9999', self)).toHaveLength(1)
  expect(performance.now() - began).toBeLessThan(100)
})
