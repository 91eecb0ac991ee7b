import { expect, it } from 'vitest'

import { clearCookie, readCookie, writeCookie } from './session-cookie.ts'

const LOCAL = 'http://localhost:4400/apis/backend'

it('is for no script, for no other site, and for this path alone', () => {
  expect(writeCookie(LOCAL, 'abc')).toBe(
    'valetkey-demo-session=abc; Max-Age=3600; Path=/apis/backend; HttpOnly; SameSite=Strict',
  )
})

it('goes over TLS only where there is TLS', () => {
  expect(writeCookie('https://issuer.example/auth/apis/backend', 'abc')).toMatch(/Path=\/auth\/apis\/backend;.*Secure$/)
})

it('is found among others, and by its whole name', () => {
  expect(readCookie('a=b; valetkey-demo-session=abc; c=d')).toBe('abc')
  expect(readCookie('not-valetkey-demo-session=abc')).toBeUndefined()
  expect(readCookie(undefined)).toBeUndefined()
})

it('is taken back by one that has run out', () => {
  expect(clearCookie(LOCAL)).toMatch(/^valetkey-demo-session=; Max-Age=0; Path=\/apis\/backend;/)
})
