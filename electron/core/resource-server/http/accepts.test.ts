import { expect, test } from 'vitest'
import { accepts } from './accepts.ts'

test.each([
  [null, true],
  ['', true],
  ['application/json, text/event-stream', true],
  ['*/*', true],
  ['application/*;q=0.5', true],
  ['APPLICATION/JSON', true],
  ['text/html', false],
  ['application/json;q=0, */*', false],
  ['text/html, */*;q=0', false],
  [';;;,,,', false],
])('Accept %j allows JSON: %j', (accept, expected) => {
  expect(accepts(accept, 'application/json')).toBe(expected)
})
