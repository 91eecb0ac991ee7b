import { expect, test } from 'vitest'
import { buildFinding, explainPath, explainValue, quote } from './finding.ts'

test('a path reads as it would in code', () => {
  expect(explainPath(['clients', 0, 'redirect_uris', 1])).toBe('clients[0].redirect_uris[1]')
  expect(explainPath(['metadataDocuments', 'https://a.example/'])).toBe('metadataDocuments["https://a.example/"]')
  expect(explainPath([])).toBe('')
})

test('a finding says what was found and what was expected', () => {
  expect(buildFinding(['users', 2], 'a text', 'an object')).toEqual({
    path: 'users[2]',
    message: 'found a text, expected an object',
  })
})

test.each([
  [['clients', 0, 'client_secret'], 'hunter2', 'a text'],
  [['users', 0, 'password'], 1234, 'a number'],
  [['users', 0, 'secondFactor', 'totpSecret'], 'MFRGG', 'a text'],
  [['clients', 0, 'jwks', 'keys', 0, 'kty'], 'private', 'a text'],
])('the value at %j is shown by its kind only', (path, value, shown) => {
  expect(explainValue(value, path)).toBe(shown)
})

test('other scalars are shown, larger values are not', () => {
  expect(explainValue('a', ['x'])).toBe('"a"')
  expect(explainValue(5, ['x'])).toBe('5')
  expect(explainValue(undefined, ['x'])).toBe('nothing')
  expect(explainValue(null, ['x'])).toBe('null')
  expect(explainValue([1], ['x'])).toBe('an array')
  expect(explainValue({ a: 'hunter2' }, ['x'])).toBe('an object')
})

test('credentials inside an address are left out', () => {
  expect(quote('http://user:hunter2@localhost/cb')).toBe('"http://…@localhost/cb"')
})

test('a long text is cut, and control characters are shown as escapes', () => {
  expect(quote('x'.repeat(200))).toBe(`"${'x'.repeat(80)}…"`)
  expect(quote('a\u001b[2Jb\u009b\u202e')).toBe(String.raw`"a\u001b[2Jb\u009b\u202e"`)
})
