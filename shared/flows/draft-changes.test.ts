import { describe, expect, it } from 'vitest'

import type { Draft } from '#shared/flows/flow.ts'

import { baseOf, isSameDraft, listChanges, withBase, withHeaderAt, withParameterAt } from './draft-changes.ts'

const FORM: Draft = {
  method: 'POST',
  url: 'http://localhost:4400/token',
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: 'grant_type=authorization_code&code=abc',
}
const GET: Draft = { method: 'GET', url: 'http://localhost:4400/authorize?client_id=a&state=1', headers: [] }

describe('what was changed', () => {
  it('is nothing, of the same request', () => {
    expect(listChanges(FORM, { ...FORM })).toEqual([])
    expect(isSameDraft(GET, { ...GET })).toBe(true)
  })

  it('is a parameter of the form or of the query', () => {
    expect(listChanges(FORM, { ...FORM, body: 'grant_type=authorization_code&code=stolen' })).toEqual([
      { what: 'parameter', name: 'code', before: 'abc', after: 'stolen' },
    ])
    expect(listChanges(GET, { ...GET, url: 'http://localhost:4400/authorize?client_id=a&nonce=2' })).toEqual([
      { what: 'parameter', name: 'state', before: '1', after: undefined },
      { what: 'parameter', name: 'nonce', before: undefined, after: '2' },
    ])
  })

  it('is the method, the address, a header', () => {
    const edited: Draft = { ...GET, method: 'POST', url: 'http://localhost:4400/other?client_id=a&state=1' }
    expect(listChanges(GET, { ...edited, headers: [['accept', '*/*']] }).map(({ what }) => what)).toEqual([
      'method',
      'address',
      'header',
    ])
  })

  it('is the body, where it is no form', () => {
    const json: Draft = { ...FORM, headers: [['content-type', 'application/json']], body: '{}' }
    expect(listChanges(json, { ...json, body: '[]' })).toEqual([
      { what: 'body', name: 'body', before: '{}', after: '[]' },
    ])
  })

  it('is a second value of the same name', () => {
    expect(listChanges(GET, { ...GET, url: `${GET.url}&state=2` })).toEqual([
      { what: 'parameter', name: 'state', before: undefined, after: '2' },
    ])
  })
})

describe('a change', () => {
  it('of one parameter leaves the others where they are', () => {
    expect(withParameterAt(FORM, 0, ['grant_type', 'password']).body).toBe('grant_type=password&code=abc')
    expect(withParameterAt(GET, 1, ['state', 'a b'])).toMatchObject({
      url: 'http://localhost:4400/authorize?client_id=a&state=a+b',
    })
  })

  it('leaves one out, or adds one at the end', () => {
    expect(withParameterAt(GET, 0, undefined).url).toBe('http://localhost:4400/authorize?state=1')
    expect(withParameterAt(GET, 2, ['nonce', '2']).url).toBe(
      'http://localhost:4400/authorize?client_id=a&state=1&nonce=2',
    )
    const bare = withParameterAt(withParameterAt(GET, 0, undefined), 0, undefined)
    expect(bare.url).toBe('http://localhost:4400/authorize')
  })

  it('of the address keeps the parameters', () => {
    expect(baseOf(GET)).toBe('http://localhost:4400/authorize')
    expect(withBase(GET, 'http://localhost:9/x').url).toBe('http://localhost:9/x?client_id=a&state=1')
    expect(withBase(FORM, 'http://localhost:9/x').url).toBe('http://localhost:9/x')
  })

  it('of a header', () => {
    expect(withHeaderAt(FORM, 1, ['accept', '*/*']).headers).toEqual([...FORM.headers, ['accept', '*/*']])
    expect(withHeaderAt(FORM, 0, undefined).headers).toEqual([])
  })
})
