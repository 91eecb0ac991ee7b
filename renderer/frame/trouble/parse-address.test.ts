import { expect, test } from 'vitest'

import { parsePasted } from './parse-address.ts'

const HERE = 'http://localhost:4401'
const TOKEN = 'q8Zb-1x_7YHk29Lm3NfPwQ'

test('the printed address gives its token', () => {
  expect(parsePasted(`${HERE}/#token=${TOKEN}`, HERE)).toEqual({ kind: 'token', token: TOKEN })
})

test('what a terminal puts around an address does not matter', () => {
  expect(parsePasted(`  <${HERE}/#token=${TOKEN}>. `, HERE)).toEqual({ kind: 'token', token: TOKEN })
})

test('the token alone will do, with or without its name', () => {
  const expected = { kind: 'token', token: TOKEN }
  expect(parsePasted(TOKEN, HERE)).toEqual(expected)
  expect(parsePasted(`token=${TOKEN}`, HERE)).toEqual(expected)
  expect(parsePasted(`#token=${TOKEN}`, HERE)).toEqual(expected)
})

test('an address with another port leads there', () => {
  const address = `http://localhost:5000/#token=${TOKEN}`
  expect(parsePasted(address, HERE)).toEqual({ kind: 'elsewhere', address })
})

test.each([
  ['an address without a token', `${HERE}/`],
  ['words', 'the page that was open before'],
  ['nothing', ''],
  ['a script', `javascript:alert(1)//#token=${TOKEN}`],
  ['a token that no program made', `${HERE}/#token=%3Cscript%3E`],
])('%s is not understood', (_what, text) => {
  expect(parsePasted(text, HERE)).toEqual({ kind: 'unreadable' })
})
