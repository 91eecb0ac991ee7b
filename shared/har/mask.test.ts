import { describe, expect, it } from 'vitest'

import { maskHeader, maskText } from './mask.ts'

describe('a masked text', () => {
  it('keeps the names of parameters and loses the secret ones’ values', () => {
    expect(maskText('http://a.test/cb?code=abc&state=xyz#access_token=t1&x=1')).toBe(
      'http://a.test/cb?code=…&state=xyz#access_token=…&x=1',
    )
    expect(maskText('grant_type=password&password=p%26q&client%5Fsecret=s')).toBe(
      'grant_type=password&password=…&client%5Fsecret=…',
    )
  })

  it('loses secret members of JSON, also of JSON that was cut off', () => {
    expect(maskText('{"access_token": "a\\"b", "scope":"openid"}')).toBe('{"access_token": "…", "scope":"openid"}')
    expect(maskText('{"scope":"openid","refresh_token":"abc')).toBe('{"scope":"openid","refresh_token":"…')
  })

  it('loses what a page hands over in hidden fields, and anything that looks like a JWT', () => {
    expect(maskText('<input type="hidden" name="code" value="abc"/>')).toBe(
      '<input type="hidden" name="code" value="…"/>',
    )
    expect(maskText('seen eyJhbGciOi.eyJzdWIi.c2ln here')).toBe('seen … here')
  })

  it('is otherwise as it was', () => {
    const text = '{"error":"invalid_grant","error_description":"grant request is invalid"}'
    expect(maskText(text)).toBe(text)
  })
})

describe('a masked header', () => {
  it.each([
    ['Authorization', 'Bearer abc', 'Bearer …'],
    ['authorization', 'abc', '…'],
    ['Cookie', 'a=1; b=2', 'a=…; b=…'],
    ['Set-Cookie', 'a=1; path=/; httponly', 'a=…; path=/; httponly'],
    ['Location', 'http://a.test/?code=1', 'http://a.test/?code=…'],
    ['Accept', 'text/html', 'text/html'],
  ])('%s: %s', (name, value, masked) => {
    expect(maskHeader(name, value)).toBe(masked)
  })
})
