import { describe, expect, it } from 'vitest'

import type { RecordedRequest } from '#shared/model/exchange.ts'

import { readSent } from './read-parameters.ts'

function request(url: string, type?: string, text = ''): RecordedRequest {
  const headers = type === undefined ? [] : ([['Content-Type', type]] as const)
  const body = { text, encoding: 'utf8' as const, size: text.length, truncated: false }
  return { method: 'POST', url, httpVersion: '1.1', headers, body }
}

describe('what a request says', () => {
  it('is its query and its form, in their order, a name that stands twice being there twice', () => {
    const sent = readSent(
      request('http://i.test/token?a=1&a=2', 'application/x-www-form-urlencoded; charset=utf-8', 'b=c+d&e=%26'),
    )
    expect(sent).toEqual([
      { name: 'a', value: '1', where: 'query' },
      { name: 'a', value: '2', where: 'query' },
      { name: 'b', value: 'c d', where: 'form' },
      { name: 'e', value: '&', where: 'form' },
    ])
  })

  it('is the members of a JSON object, whatever JSON type it names itself', () => {
    const text = JSON.stringify({ client_name: 'x', redirect_uris: ['http://a.test/'] })
    expect(readSent(request('http://i.test/register', 'application/json', text))).toEqual([
      { name: 'client_name', value: 'x', where: 'json' },
      { name: 'redirect_uris', value: '["http://a.test/"]', where: 'json' },
    ])
    expect(readSent(request('http://i.test/', 'application/merge-patch+json', '{"a":null}'))).toEqual([
      { name: 'a', value: 'null', where: 'json' },
    ])
  })

  it.each(['', '[1]', '"text"', 'null', '{'])('is nothing where the JSON is %j', (text) => {
    expect(readSent(request('http://i.test/', 'application/json', text))).toEqual([])
  })

  it('is nothing where the address is none and the body is no form', () => {
    expect(readSent(request('*', 'text/plain', 'a=b'))).toEqual([])
  })
})
