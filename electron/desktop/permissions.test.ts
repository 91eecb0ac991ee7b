import { expect, test } from 'vitest'

import { isPermitted } from './permissions.ts'

const copy = { permission: 'clipboard-sanitized-write', address: 'app://valetkey/', isMainFrame: true }

test('the screens may copy, and fill the screen', () => {
  expect(isPermitted(copy)).toBe(true)
  expect(isPermitted({ ...copy, permission: 'fullscreen' })).toBe(true)
})

test.each([
  { ...copy, permission: 'clipboard-read' },
  { ...copy, permission: 'geolocation' },
  { ...copy, permission: 'openExternal' },
  { ...copy, address: 'https://example.test/' },
  { ...copy, address: '' },
  { ...copy, isMainFrame: false },
])('nothing else is permitted: %j', (wish) => expect(isPermitted(wish)).toBe(false))
