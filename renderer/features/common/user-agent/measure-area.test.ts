import { expect, test } from 'vitest'

import { measureArea } from './measure-area.ts'

const window = { left: 0, top: 48, right: 1000, bottom: 800 }

function box(left: number, top: number, right: number, bottom: number) {
  return { left, top, right, bottom }
}

test('a view takes the whole pixels inside its box', () => {
  expect(measureArea(box(216.4, 100.2, 999.6, 700.9), window, undefined)).toEqual({
    x: 217,
    y: 101,
    width: 782,
    height: 599,
  })
})

test('it ends where the frame of the screens begins', () => {
  expect(measureArea(box(216, 20, 1000, 900), window, undefined)).toEqual({ x: 216, y: 48, width: 784, height: 752 })
})

test('messages in the corner stay in sight', () => {
  expect(measureArea(box(216, 100, 1000, 800), window, box(600, 740, 990, 790))?.height).toBe(640)
})

test('what is scrolled away is not shown at all', () => {
  expect(measureArea(box(216, -400, 1000, 40), window, undefined)).toBeUndefined()
})
