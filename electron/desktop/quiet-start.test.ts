import { expect, test } from 'vitest'

import { isQuietStart } from './quiet-start.ts'

test.each([
  [['/opt/valetkey', '--quiet'], false, true, true],
  [['/opt/valetkey'], true, true, true],
  [['/opt/valetkey'], false, true, false],
  [['/opt/valetkey', '--quiet'], true, false, false],
])('%j, at login: %s, with a tray: %s, is quiet: %s', (argv, atLogin, hasTray, isQuiet) =>
  expect(isQuietStart(argv, atLogin, hasTray)).toBe(isQuiet),
)
