import { expect, test } from 'vitest'

import { describeForLog, describeUnexpected, redact } from './unexpected.ts'

test.each([
  ['GET http://localhost:3000/callback?code=abc&state=1 failed', 'GET http://localhost:3000/callback?… failed'],
  ['app://valetkey/#token=abc', 'app://valetkey/?…'],
  [`the token ${'a1B-'.repeat(10)} is bad`, 'the token … is bad'],
  [`eyJhbGciOiJSUzI1NiIsImtpZCI6.eyJz.c2ln was sent`, '… was sent'],
  ['the port 4400 is taken', 'the port 4400 is taken'],
])('%j is said as %j', (text, said) => expect(redact(text)).toBe(said))

test('an error is told in one sentence', () => {
  expect(describeUnexpected(new TypeError('x is not a function\n    at secret.ts:1'))).toBe('x is not a function.')
  expect(describeUnexpected(new TypeError(''))).toBe('TypeError.')
  expect(describeUnexpected('went wrong!')).toBe('went wrong!')
  expect(describeUnexpected({ secret: 1 })).toBe('something without a message.')
})

test('a long one is cut', () => expect(describeUnexpected('a b '.repeat(1000)).length).toBeLessThan(302))

test('the log says where, but not what was in the message', () => {
  const said = describeForLog(new Error(`bad ${'k'.repeat(40)}`))
  expect(said).toMatch(/^bad …\n\s+at /)
  expect(said).not.toContain('kkk')
})
