import { join } from 'node:path'
import { expect, test } from 'vitest'

import { findScreenFile } from './screen-file.ts'

const directory = join('/', 'opt', 'screens')
const find = (path: string) => findScreenFile(`app://valetkey${path}`, directory)

test.each([
  '/',
  '',
  '/index.html',
  '/traffic',
  '/traffic/12?filter=a.b',
  '/users/alice.smith',
  '/apis/https%3A%2F%2Fapi.example.test%2F..',
  '/applications/%ff',
  '/nowhere/at/all',
])('%j is a place in the screens', (path) => {
  expect(find(path)).toEqual({
    path: join(directory, 'index.html'),
    contentType: 'text/html; charset=utf-8',
    isPage: true,
  })
})

test('an asset is a file', () => {
  expect(find('/assets/index-B3_x-1.js?v=1')).toEqual({
    path: join(directory, 'assets', 'index-B3_x-1.js'),
    contentType: 'text/javascript; charset=utf-8',
    isPage: false,
  })
})

test('what lies directly below the root is a file', () => {
  expect(find('/key.svg')).toMatchObject({ path: join(directory, 'key.svg'), contentType: 'image/svg+xml' })
})

test.each([
  '/assets',
  '/assets/',
  '/assets/index.unknown',
  '/assets/.js',
  '/assets/..%2F..%2Fsecret.js',
  '/assets/%2e%2e%2fsecret.js',
  '/assets/..%5Csecret.js',
  '/assets/C:secret.js',
  '/assets/a/b.js',
  '/assets/a%00.js',
  '/package.json%00.js',
  '/..%2fpackage.json',
])('%j is no file', (path) => expect(find(path)).toBeUndefined())

test('the parser takes a way up out of an address before it is looked at', () => {
  expect(find('/assets/../../../etc/passwd')).toMatchObject({ isPage: true, path: join(directory, 'index.html') })
})

test.each(['app://other/key.svg', 'file:///key.svg', 'nothing'])('%j is not of the screens', (address) =>
  expect(findScreenFile(address, directory)).toBeUndefined(),
)
