import { expect, test } from 'vitest'

import { parseRequestTarget } from './request-target.ts'

test('a path stays as it is', () => {
  expect(parseRequestTarget('/token?a=%20b')).toEqual({ path: '/token?a=%20b' })
  expect(parseRequestTarget('//token')).toEqual({ path: '//token' })
})

test('bytes that should have been percent-encoded are', () => {
  const asNodeGivesIt = Buffer.from('/geocode?q=Zürich').toString('latin1')
  expect(parseRequestTarget(asNodeGivesIt)).toEqual({ path: '/geocode?q=Z%C3%BCrich' })
  expect(parseRequestTarget('/\t\u00a0\u00ff')).toEqual({ path: '/%09%A0%FF' })
})

test('a whole address names the host and the path', () => {
  expect(parseRequestTarget('http://localhost:4400/jwks?a')).toEqual({ host: 'localhost:4400', path: '/jwks?a' })
  expect(parseRequestTarget('HTTPS://[::1]:1')).toEqual({ host: '[::1]:1', path: '/' })
  expect(parseRequestTarget('http://a?b')).toEqual({ host: 'a', path: '/?b' })
})

test.each(['*', '', '/#', '/a#b', 'localhost:4400', 'ftp://localhost/', 'http://', 'http:///path', 'jwks'])(
  '%s is no target',
  (target) => {
    expect(parseRequestTarget(target)).toBeUndefined()
  },
)
