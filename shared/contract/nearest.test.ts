import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const NAMES = ['redirect_uris', 'client_id', 'client_secret', 'scope']

test('a slip of the finger is recognised', () => {
  expect(nearest('redirect_uri', NAMES)).toBe('redirect_uris')
  expect(nearest('scop', NAMES)).toBe('scope')
})

test('the same words in another spelling are recognised', () => {
  expect(nearest('clientId', NAMES)).toBe('client_id')
  expect(nearest('CLIENT-SECRET', NAMES)).toBe('client_secret')
})

test('the last part of a long name stands for it, when it is the only one', () => {
  const grants = ['urn:ietf:params:oauth:grant-type:device_code', 'authorization_code']
  expect(nearest('device_code', grants)).toBe(grants[0])
  expect(nearest('contacts', ['read:contacts', 'create:contacts'])).toBeUndefined()
})

test('what resembles nothing gets no suggestion', () => {
  expect(nearest('banana', NAMES)).toBeUndefined()
  expect(nearest('', NAMES)).toBeUndefined()
  expect(nearest('x'.repeat(10_000), NAMES)).toBeUndefined()
})
