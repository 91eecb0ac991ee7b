import { expect, test } from 'vitest'
import { isNewEnough } from './node.mjs'

test.each(['22.12.0', '22.20.1', '24.0.0', '30.0.0'])('Node %s is new enough', (version) => {
  expect(isNewEnough(version)).toBe(true)
})

test.each(['18.20.8', '20.20.2', '22.11.0'])('Node %s is too old', (version) => {
  expect(isNewEnough(version)).toBe(false)
})
