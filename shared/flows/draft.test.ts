import { describe, expect, it } from 'vitest'

import { buildForm, buildGet, isForm, readParameters, withHeader, withParameters } from './draft.ts'

describe('a request as text', () => {
  it('has its parameters in the address or in the form', () => {
    expect(buildGet('https://a.test/authorize', { scope: 'a b', state: undefined, resource: ['x', 'y'] })).toEqual({
      method: 'GET',
      url: 'https://a.test/authorize?scope=a+b&resource=x&resource=y',
      headers: [],
    })
    expect(buildGet('https://a.test/?tenant=1', { scope: 'a' }).url).toBe('https://a.test/?tenant=1&scope=a')
    const form = buildForm('https://a.test/token?tenant=1', { grant_type: 'password' })
    expect(form.body).toBe('grant_type=password')
    expect(isForm(form)).toBe(true)
    expect(readParameters(form)).toEqual([['grant_type', 'password']])
    expect(isForm({ method: 'POST', url: '', headers: [['Content-Type', 'application/json']], body: '{}' })).toBe(false)
  })

  it('keeps a parameter that is changed where it was, and puts a new one last', () => {
    const draft = buildGet('https://a.test/', { a: '1', b: ['2', '3'], c: '4' })
    expect(withParameters(draft, { b: 'two', d: 'five' }).url).toBe('https://a.test/?a=1&b=two&c=4&d=five')
    expect(withParameters(draft, { a: undefined, b: undefined, c: undefined }).url).toBe('https://a.test/')
    expect(withParameters(buildForm('https://a.test/', { a: '1' }), { b: '2' }).body).toBe('a=1&b=2')
  })

  it('has each header once, whatever its case', () => {
    const draft = withHeader(
      buildGet('https://a.test/', {}, [['Authorization', 'Bearer a']]),
      'authorization',
      'DPoP a',
    )
    expect(draft.headers).toEqual([['authorization', 'DPoP a']])
  })
})
