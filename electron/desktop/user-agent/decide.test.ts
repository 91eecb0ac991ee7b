import { expect, test } from 'vitest'

import { decide, parseTyped } from './decide.ts'

const page = (url: string) => decide({ url, isMainFrame: true })
const frame = (url: string) => decide({ url, isMainFrame: false })

test.each(['http://localhost:4400/authorize?x', 'https://example.test/', 'about:blank'])('a page may go to %s', (url) =>
  expect(page(url)).toEqual({ kind: 'allow' }),
)

test.each(['about:srcdoc', 'blob:http://localhost:3000/1', 'data:text/html,x', 'https://example.test/'])(
  'a frame may hold %s',
  (url) => expect(frame(url)).toEqual({ kind: 'allow' }),
)

test.each([true, false])('the callback of a native client is caught (main frame: %s)', (isMainFrame) => {
  const url = 'valetkey://callback?code=a'
  expect(decide({ url, isMainFrame })).toEqual({ kind: 'callback', url })
})

test.each([
  'file:///etc/passwd',
  'app://valetkey/',
  'javascript:alert(1)',
  'mailto:a@example.test',
  'valetkey://other',
  'data:text/html,x',
  'chrome://settings',
  'view-source:http://localhost/',
  'not an address',
])('a page may not go to %s, and it is said why', (url) => {
  expect(page(url)).toMatchObject({ kind: 'refuse', why: expect.stringMatching(/^The page led to /) as string })
})

test('why says nothing of what the address carries', () => {
  expect(JSON.stringify(page('myapp://callback?code=secret'))).not.toContain('secret')
})

test.each(['file:///etc/passwd', 'app://valetkey/', 'mailto:a@example.test'])(
  'a frame may not hold %s, quietly',
  (url) => expect(frame(url)).toEqual({ kind: 'refuse' }),
)

test.each([
  ['http://localhost:3000', 'http://localhost:3000/'],
  [' https://example.test/a?b#c ', 'https://example.test/a?b#c'],
  ['localhost:3000/callback', 'http://localhost:3000/callback'],
  ['localhost', 'http://localhost/'],
  ['127.0.0.1:4400', 'http://127.0.0.1:4400/'],
  ['[::1]:4400/x', 'http://[::1]:4400/x'],
  ['example.test?x=1', 'http://example.test/?x=1'],
])('%j is %s', (typed, address) => expect(parseTyped(typed)).toBe(address))

test.each(['file:///etc/passwd', 'javascript:alert(1)', 'app://valetkey/', 'data:text/html,x', 'what is oauth', ' '])(
  '%j cannot be opened',
  (typed) => expect(() => parseTyped(typed)).toThrow('no address'),
)
