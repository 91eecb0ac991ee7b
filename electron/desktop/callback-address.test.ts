import { expect, test } from 'vitest'

import { findCallback, parseCallback } from './callback-address.ts'

test.each([
  'valetkey://callback?code=a&state=b',
  'valetkey://callback/?code=a',
  'valetkey://callback#access_token=a',
  'valetkey://callback',
])('%s is one', (address) => expect(parseCallback(address)).toBe(address))

test('the scheme has no case', () => expect(parseCallback('VALETKEY://callback?a=B')).toBe('valetkey://callback?a=B'))

test.each([
  'valetkey://settings',
  'valetkey://callback/x',
  'valetkey://callback.example/',
  'valetkey://callback:80/',
  'valetkey://someone@callback/',
  'valetkey:callback',
  'https://callback/?code=a',
  '--flag',
  '',
  `valetkey://callback?${'a'.repeat(70_000)}`,
])('%.60s is none', (address) => expect(parseCallback(address)).toBeUndefined())

test('it is found among the arguments', () => {
  expect(findCallback(['/opt/valetkey', '--no-sandbox', 'valetkey://callback?code=a'])).toBe(
    'valetkey://callback?code=a',
  )
  expect(findCallback(['/opt/valetkey', '--quiet'])).toBeUndefined()
  expect(findCallback(['valetkey://callback?code=a'])).toBeUndefined()
})
