import { expect, test } from 'vitest'
import { chooseEncoding } from './choose-encoding.ts'

const all = ['br', 'gzip', 'identity'] as const

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['BR;Q=0.1', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['br;q=nonsense', 'identity'],
  ['deflate', 'identity'],
  ['', 'identity'],
  [undefined, 'identity'],
])('%j is answered with %s', (accepted, encoding) => {
  expect(chooseEncoding(all, accepted)).toBe(encoding)
})

test('what the build did not leave is not chosen', () => {
  expect(chooseEncoding(['identity'], 'br, gzip')).toBe('identity')
  expect(chooseEncoding(['gzip', 'identity'], 'br, gzip')).toBe('gzip')
})
