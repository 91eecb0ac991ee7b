import { expect, test } from 'vitest'
import { checkRedirectUri } from './check-redirect-uri.ts'

const WEB = { native: false, implicit: false }
const IMPLICIT = { native: false, implicit: true }
const NATIVE = { native: true, implicit: false }

test.each([
  ['http://localhost:3000/callback', WEB],
  ['http://intranet/callback', WEB],
  ['https://app.example/cb?x=1', WEB],
  ['http://localhost:3000/callback', IMPLICIT],
  ['http://127.0.0.1:3000/', IMPLICIT],
  ['http://[::1]:3000/', IMPLICIT],
  ['https://app.example/cb', IMPLICIT],
  ['http://127.0.0.1', NATIVE],
  ['com.textapp.io:/callback', NATIVE],
  ['valetkey://callback', NATIVE],
  ['https://app.example/cb', NATIVE],
])('%s is fine for %o', (uri, context) => {
  expect(checkRedirectUri(uri, context)).toBeUndefined()
})

test.each([
  ['localhost:3000', WEB, 'no scheme'],
  ['localhost:3000/callback', NATIVE, 'no scheme'],
  ['/callback', WEB, 'no scheme'],
  ['', WEB, 'no scheme'],
  ['http://', WEB, 'not an address'],
  ['http://localhost:*/callback', WEB, 'not an address'],
  ['https://*.app.example/', WEB, 'has a wildcard'],
  ['http://localhost:3000/#done', WEB, 'has a fragment'],
  ['http://localhost:3000/#', WEB, 'has a fragment'],
  ['myapp:/callback', WEB, 'scheme myapp'],
  ['javascript:alert(1)', NATIVE, 'scheme javascript'],
  ['data:text/html,x', NATIVE, 'scheme data'],
  ['http://intranet/callback', NATIVE, 'http, not on loopback'],
  ['http://intranet/callback', IMPLICIT, 'http, not on loopback'],
  ['http://localhost.evil.example/', IMPLICIT, 'http, not on loopback'],
  ['https://localhost/cb', NATIVE, 'https on loopback'],
])('%s is refused for %o: %s', (uri, context, reason) => {
  expect(checkRedirectUri(uri, context)?.found).toBe(`${JSON.stringify(uri)} (${reason})`)
})

test('the address without a scheme is answered with one that has it', () => {
  expect(checkRedirectUri('localhost:3000', WEB)).toEqual({
    found: '"localhost:3000" (no scheme)',
    expected: 'an absolute address such as http://localhost:3000/callback',
  })
})
