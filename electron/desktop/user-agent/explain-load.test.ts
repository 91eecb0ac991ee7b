import { expect, test } from 'vitest'

import { explainLoad } from './explain-load.ts'

const explain = (code: number, name = 'ERR_X') =>
  explainLoad({ code, name, address: 'https://shop.test:8443/callback?code=secret' })

test.each([
  [-102, 'Nothing listens at shop.test:8443. Start what should answer there, then load the page again.'],
  [-105, 'There is no host called shop.test:8443. Check the spelling.'],
  [-106, 'This machine is not connected to a network.'],
])('%i in words', (code, words) => expect(explain(code)).toBe(words))

test.each([-200, -202, -217])('a bad certificate (%i) names what is wrong with it', (code) => {
  expect(explain(code, 'ERR_CERT_AUTHORITY_INVALID')).toContain('certificate of shop.test:8443')
  expect(explain(code, 'ERR_CERT_AUTHORITY_INVALID')).toContain('ERR_CERT_AUTHORITY_INVALID')
})

test('one without words of its own is named', () => {
  expect(explain(-999, 'ERR_NEW')).toBe('shop.test:8443 could not be shown (ERR_NEW).')
  expect(explain(-999, '')).toBe('shop.test:8443 could not be shown (-999).')
})

test('what was given up for something else is no failure', () => expect(explain(-3)).toBeUndefined())

test('what the address carries is not said', () => expect(explain(-101)).not.toContain('secret'))
