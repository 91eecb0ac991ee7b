import { describe, expect, it } from 'vitest'

import { explainAttribute, explainCookie, explainPrefix } from './cookies.ts'

describe('a cookie', () => {
  it.each([
    ['valetkey_4400_session', /who is signed in/i],
    ['valetkey_https_interaction', /pages/],
    ['valetkey_4400_resume', /back/],
    ['valetkey_4400_session.sig', /signature of valetkey_4400_session:/],
  ])('of the issuer, %s, is explained', (name, words) => {
    expect(explainCookie(name)?.summary).toMatch(words)
  })

  it('of somebody else is not', () => {
    expect(explainCookie('session')).toBeUndefined()
    expect(explainCookie('valetkey_4400_other')).toBeUndefined()
    expect(explainPrefix('__Host-x')).toMatch(/host/)
    expect(explainPrefix('x')).toBeUndefined()
  })

  it('has attributes in any case of their letters', () => {
    expect(explainAttribute({ name: 'HTTPONLY' })?.summary).toMatch(/script/)
    expect(explainAttribute({ name: 'samesite', value: 'Strict' })?.summary).toMatch(/redirect/)
    expect(explainAttribute({ name: 'made-up' })).toBeUndefined()
  })
})
