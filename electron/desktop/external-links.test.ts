import { expect, test } from 'vitest'
import { openExternalLink } from './external-links.ts'

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
