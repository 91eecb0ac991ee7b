import { expect, test } from 'vitest'

import { parseAddress } from './parse-address.ts'

const ISSUER = 'http://localhost:4400'

test.each([
  ['/device', 'http://localhost:4400/device'],
  [' /authorize?client_id=a ', 'http://localhost:4400/authorize?client_id=a'],
  ['https://example.test/x', 'https://example.test/x'],
  ['localhost:3000/callback', 'http://localhost:3000/callback'],
  ['example.test', 'http://example.test/'],
  ['[::1]:4400/device', 'http://[::1]:4400/device'],
])('%j leads to %s', (text, address) => {
  expect(parseAddress(text, ISSUER)).toBe(address)
})

test.each([
  '',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'not an address',
  'http://not%20a%20host/',
  'http://',
])('%j is no address of a web page', (text) => {
  expect(parseAddress(text, ISSUER)).toBeUndefined()
})
