import { expect, test } from 'vitest'
import { isSameOrigin, openExternalLink } from './external-links.ts'

function opened(address: string): readonly string[] {
  const urls: string[] = []
  openExternalLink(address, (url) => Promise.resolve(void urls.push(url)))
  return urls
}

test.each(['https://www.rfc-editor.org/rfc/rfc6749', 'http://localhost:5173/callback?code=1'])(
  'a web address goes to the browser: %s',
  (address) => expect(opened(address)).toEqual([address]),
)

test.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', 'ms-msdt:/id', 'not an address', ''])(
  'anything else is dropped: %s',
  (address) => expect(opened(address)).toEqual([]),
)

test('a browser that cannot be started is no failure of the program', () => {
  expect(() => openExternalLink('https://example.test/', () => Promise.reject(new Error('no browser')))).not.toThrow()
})

test('the same scheme, host and port are the same origin, whatever the path', () => {
  expect(isSameOrigin('http://localhost:4401/clients', 'http://localhost:4401/#token=t')).toBe(true)
})

test.each([
  ['another port', 'http://localhost:4400/'],
  ['another host name for the same machine', 'http://127.0.0.1:4401/'],
  ['the host as a user name', 'http://localhost:4401@example.test/'],
  ['an opaque origin', 'data:text/html,x'],
])('%s is another origin', (_what, address) => {
  expect(isSameOrigin(address, 'http://localhost:4401/')).toBe(false)
})

test('two opaque origins are not the same', () => {
  expect(isSameOrigin('data:text/html,x', 'data:text/html,x')).toBe(false)
})
