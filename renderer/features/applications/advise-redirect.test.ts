import { expect, test } from 'vitest'

import { adviseRedirect } from './advise-redirect.ts'

const advise = (address: string, ...others: readonly string[]) => adviseRedirect(address, { all: [address, ...others] })

test.each([
  ['http://localhost:3000/callback ', /space/],
  ['http://localhost:3000/callback', /127\.0\.0\.1/],
  ['http://127.0.0.1:3000/callback', /localhost/],
  ['https://localhost:3000/callback', /certificate/],
  ['http://localhost:3000/callback#here', /behind #/],
  ['http://localhost/callback', /port 80/],
  ['http://app.test/callback', /reads the code/],
])('%j is advised about', (address, words) => {
  expect(advise(address)).toMatch(words)
})

test('two that differ by a slash are pointed out, and so is one that stands there twice', () => {
  expect(advise('https://app.test/cb', 'https://app.test/cb/')).toMatch(/slash/)
  expect(advise('https://app.test/cb', 'https://app.test/cb')).toMatch(/twice/)
})

test('one that stands there with http and with https is pointed out on both sides', () => {
  expect(advise('https://app.test/cb', 'http://app.test/cb')).toMatch(/scheme/)
  expect(advise('http://app.test/cb', 'https://app.test/cb')).toMatch(/scheme/)
})

test('a native application needs no port', () => {
  const all = ['http://127.0.0.1/callback', 'http://localhost/callback']
  expect(adviseRedirect('http://127.0.0.1/callback', { all, isNative: true })).toBeUndefined()
})

test('nothing is said of addresses that are fine', () => {
  expect(advise('https://app.test/callback')).toBeUndefined()
  expect(advise('com.example.app:/callback')).toBeUndefined()
  expect(advise('http://localhost:3000/cb', 'http://127.0.0.1:3000/cb')).toBeUndefined()
})
