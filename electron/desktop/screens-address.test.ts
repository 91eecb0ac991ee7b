import { expect, test } from 'vitest'

import { findDevServer, isScreensAddress } from './screens-address.ts'

test.each(['app://valetkey/', 'app://valetkey/traffic/12?x=1#y', 'app://valetkey'])('%s is of the screens', (address) =>
  expect(isScreensAddress(address)).toBe(true),
)

test.each([
  'app://valetkey.example/',
  'app://valetkey:80/',
  'app://other/',
  'app://someone@valetkey/',
  'http://valetkey/',
  'https://example.test/app://valetkey/',
  'app:valetkey',
  'about:blank',
  '',
])('%j is not', (address) => expect(isScreensAddress(address)).toBe(false))

test('the development server is where the tool says, unless the program is packaged', () => {
  const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173/' }
  expect(findDevServer(false, env)).toBe('http://localhost:5173')
  expect(findDevServer(true, env)).toBeUndefined()
})

test.each(['', 'file:///etc/passwd', 'not an address'])('%j is no development server', (address) =>
  expect(findDevServer(false, { ELECTRON_RENDERER_URL: address })).toBeUndefined(),
)
