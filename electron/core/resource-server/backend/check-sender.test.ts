import { expect, it } from 'vitest'

import { checkSender } from './check-sender.ts'

const ADDRESS = 'http://localhost:4400/apis/backend'

function check(headers: Record<string, string>): void {
  checkSender({ headers: new Headers(headers) }, ADDRESS)
}

it('lets in the page of its own origin, and what says nothing of a page', () => {
  check({})
  check({ origin: 'http://localhost:4400' })
  check({ 'sec-fetch-site': 'same-origin' })
})

it.each([
  ['another port', { origin: 'http://localhost:5173' }],
  ['another site', { origin: 'https://attacker.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['a form of another port', { 'sec-fetch-site': 'same-site' }],
  ['a picture on another site', { 'sec-fetch-site': 'cross-site' }],
])('keeps out %s', (_, headers) => {
  expect(() => check(headers as unknown as Record<string, string>)).toThrow(/origin|serves/)
})
