import { expect, test } from 'vitest'

import { decideNavigation, isFromScreens } from './navigation.ts'

test.each([
  ['app://valetkey/traffic', true, 'allow'],
  ['app://valetkey/traffic', false, 'refuse'],
  ['https://www.rfc-editor.org/', true, 'outside'],
  ['https://www.rfc-editor.org/', false, 'refuse'],
  ['http://localhost:4401/', true, 'outside'],
  ['app://other/', true, 'outside'],
  ['about:blank', false, 'refuse'],
] as const)('%s, in the main frame: %s, is %s', (url, isMainFrame, decision) =>
  expect(decideNavigation({ url, isMainFrame })).toBe(decision),
)

test('the main frame of the screens may speak', () => {
  expect(isFromScreens({ url: 'app://valetkey/traffic', parent: null })).toBe(true)
})

test.each([
  ['a frame within', { url: 'app://valetkey/', parent: {} }],
  ['another page', { url: 'https://example.test/', parent: null }],
  ['a page that has gone', null],
])('%s may not', (_what, frame) => expect(isFromScreens(frame)).toBe(false))
