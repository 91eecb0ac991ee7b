import Keygrip from 'keygrip'
import { expect, test } from 'vitest'

import { createCookieSignatures } from './cookie-signatures.ts'

const SECRETS = ['the-newest-secret', 'an-older-secret']
const DATA = '_session=aB3_x-'.repeat(3)

test('a cookie is signed as Koa signs it', () => {
  const signature = new Keygrip(SECRETS).sign(DATA)
  expect(createCookieSignatures(SECRETS).sign(DATA)).toBe(signature)
})

test('a signature of an older key is good, and says which key it was', () => {
  const older = new Keygrip(SECRETS.slice(1)).sign(DATA)
  const signatures = createCookieSignatures(SECRETS)
  expect([signatures.verify(DATA, older), signatures.index(DATA, older)]).toEqual([true, 1])
})

test.each(['', 'short', 'A'.repeat(27), 'ü'.repeat(27)])('the signature %j of nobody is refused', (signature) => {
  expect(createCookieSignatures(SECRETS).index(DATA, signature)).toBe(-1)
})
