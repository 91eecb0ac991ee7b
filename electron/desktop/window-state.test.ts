import { expect, test } from 'vitest'

import { placeWindow, windowState } from './window-state.ts'

const laptop = { x: 0, y: 25, width: 1512, height: 920 }
const monitor = { x: -2560, y: 0, width: 2560, height: 1400 }
const at = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  isMaximized: false,
})

test('at the first start the system finds the place', () => {
  expect(placeWindow(undefined, [laptop])).toEqual({ width: 1440, height: 900 })
})

test('the window goes back to where it was', () => {
  expect(placeWindow(at(-2000, 100), [laptop, monitor])).toEqual({ x: -2000, y: 100, width: 1000, height: 700 })
})

test('half outside is where it was, too', () => {
  expect(placeWindow(at(-800, 100), [laptop])).toMatchObject({ x: -800, y: 100 })
})

test.each([
  ['on a display that is gone', at(-2000, 100)],
  ['with hardly anything to take hold of', at(1450, 100)],
  ['above the upper edge', at(100, -200)],
  ['below the lower edge', at(100, 944)],
])('%s, it keeps its size and the system finds a place', (_what, state) => {
  expect(placeWindow(state, [laptop])).toEqual({ width: 1000, height: 700 })
})

test('it is no larger than the display', () => {
  expect(placeWindow(at(10, 30, 3000, 2000), [laptop])).toEqual({ x: 10, y: 30, width: 1512, height: 920 })
  expect(placeWindow(at(-2500, 100, 2400, 1300), [laptop])).toEqual({ width: 1512, height: 920 })
})

test('and no smaller than can be used', () => {
  expect(placeWindow(at(10, 30, 200, 200), [laptop])).toMatchObject({ width: 720, height: 480 })
})

test.each([{}, { bounds: {}, isMaximized: false }, at(1.5, 0), at(0, 0, 1e9), { ...at(0, 0), other: 1 }])(
  '%j is no state',
  (value) => expect(windowState.safeParse(value).success).toBe(false),
)
