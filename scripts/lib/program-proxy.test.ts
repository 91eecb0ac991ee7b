import { expect, test } from 'vitest'
import { takeName } from './program-proxy.mjs'

const program = 'http://localhost:4401'

function originSent(headers: { host?: string; origin?: string }): string | undefined {
  let sent = headers.origin
  takeName({ setHeader: (_name: string, value: string) => void (sent = value) } as never, { headers }, program)
  return sent
}

test.each(['localhost:5173', '127.0.0.1:5173', '[::1]:5173'])('the page at %s speaks in the program’s name', (host) => {
  expect(originSent({ host, origin: `http://${host}` })).toBe(program)
})

test.each([
  ['another origin', { host: 'localhost:5173', origin: 'https://evil.example' }],
  ['another port', { host: 'localhost:5173', origin: 'http://localhost:3000' }],
  ['another name for this machine', { host: 'evil.example:5173', origin: 'http://evil.example:5173' }],
  ['a sandboxed frame', { host: 'localhost:5173', origin: 'null' }],
])('%s does not', (_what, headers) => {
  expect(originSent(headers)).toBe(headers.origin)
})

test('what names no origin is given none', () => {
  expect(originSent({ host: 'localhost:5173' })).toBeUndefined()
})
