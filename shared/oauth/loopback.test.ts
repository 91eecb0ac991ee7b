import { expect, test } from 'vitest'
import { isLoopbackOrigin } from './loopback.ts'

test.each(['http://localhost', 'http://localhost:5173', 'https://127.0.0.1:8443', 'http://[::1]:3000'])(
  '%s is a page of this machine',
  (origin) => {
    expect(isLoopbackOrigin(origin)).toBe(true)
  },
)

test.each([
  'null',
  '',
  'https://example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.nip.io',
  'http://user@localhost',
  'http://localhost/',
  'file://localhost',
  'http://localhost, http://evil.example',
])('%j is not', (origin) => {
  expect(isLoopbackOrigin(origin)).toBe(false)
})
