import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { buildChallenge, quoteString, toErrorDescription } from './www-authenticate.ts'

test('a challenge without parameters is its scheme', () => {
  expect(buildChallenge('Bearer', {})).toBe('Bearer')
})

test('parameters are quoted, and those without a value are left out', () => {
  expect(buildChallenge('Bearer', { error: 'invalid_token', scope: undefined, error_description: 'it expired' })).toBe(
    'Bearer error="invalid_token", error_description="it expired"',
  )
})

test('quotes and backslashes are escaped', () => {
  expect(quoteString('say "hi" \\ bye')).toBe('"say \\"hi\\" \\\\ bye"')
})

test('a line break cannot start another header', () => {
  expect(quoteString('a\r\nSet-Cookie: x=1')).toBe('"a  Set-Cookie: x=1"')
})

test('an error description has neither quotes nor backslashes, nor anything beyond ASCII', () => {
  expect(toErrorDescription('audience "ä" is not C:\\x 🙂')).toBe("audience '?' is not C:/x ?")
})

test('whatever the text, the value is a well-formed quoted string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(quoteString(text)).toMatch(/^"(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"$/)
      expect(toErrorDescription(text)).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/)
    }),
  )
})
