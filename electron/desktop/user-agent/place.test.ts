import { expect, test } from 'vitest'

import { placeView } from './place.ts'

const content = { width: 1000, height: 700 }

test('it is placed where the screens say', () => {
  const bounds = { x: 200, y: 100, width: 600, height: 500 }
  expect(placeView(bounds, 1, content)).toEqual(bounds)
})

test('zoomed screens count in larger pixels', () => {
  const bounds = { x: 100, y: 50, width: 301, height: 200 }
  expect(placeView(bounds, 1.5, content)).toEqual({ x: 150, y: 75, width: 452, height: 300 })
})

test('it ends where the window ends', () => {
  const bounds = { x: 900, y: 650, width: 600, height: 500 }
  expect(placeView(bounds, 1, content)).toEqual({ x: 900, y: 650, width: 100, height: 50 })
  expect(placeView({ ...bounds, x: 5000 }, 1, content)).toMatchObject({ x: 1000, width: 0 })
})
