import { describe, expect, it } from 'vitest'

import type { Exchange, HeaderPair, RecordedBody } from '#shared/model/exchange.ts'

import { compareExchanges, countDifferences } from './compare-exchanges.ts'

const body = (text: string): RecordedBody => ({ text, encoding: 'utf8', size: text.length, truncated: false })
const JSON_TYPE: HeaderPair = ['Content-Type', 'application/json']
const FORM_TYPE: HeaderPair = ['content-type', 'application/x-www-form-urlencoded']

interface Made {
  readonly url?: string
  readonly sent?: string
  readonly headers?: readonly HeaderPair[]
  readonly answer?: object
  readonly status?: number
}

function exchange({
  url = 'http://localhost:4400/token',
  sent = '',
  headers = [],
  answer = {},
  status = 200,
}: Made): Exchange {
  return {
    id: 1,
    direction: 'in',
    startedAt: 0,
    endpoint: 'token',
    method: 'POST',
    url,
    status,
    request: { method: 'POST', url, httpVersion: '1.1', headers: [FORM_TYPE, ...headers], body: body(sent) },
    response: { status, statusText: '', headers: [JSON_TYPE], body: body(JSON.stringify(answer)) },
  }
}

describe('two exchanges', () => {
  it('that are alike have no difference', () => {
    const one = exchange({ sent: 'a=1', answer: { a: [1, { b: null }] } })
    expect(countDifferences(compareExchanges(one, { ...one, id: 2, startedAt: 99, duration: 4 }))).toBe(0)
  })

  it('are compared parameter by parameter, wherever these stand', () => {
    const { parameters } = compareExchanges(
      exchange({ url: 'http://localhost:4400/token?q=1', sent: 'scope=a&resource=x&resource=y' }),
      exchange({ url: 'http://localhost:4400/token?q=1', sent: 'scope=b&resource=x&code=c' }),
    )
    expect(parameters).toEqual([
      { name: 'q', left: '1', right: '1', isSame: true },
      { name: 'scope', left: 'a', right: 'b', isSame: false },
      { name: 'resource', left: 'x', right: 'x', isSame: true },
      { name: 'resource', left: 'y', right: undefined, isSame: false },
      { name: 'code', left: undefined, right: 'c', isSame: false },
    ])
  })

  it('are compared header by header, whatever the case of a name', () => {
    const { requestHeaders } = compareExchanges(
      exchange({ headers: [['Accept', 'a']] }),
      exchange({
        headers: [
          ['accept', 'a'],
          ['Cookie', 'b'],
        ],
      }),
    )
    expect(requestHeaders.map(({ name, isSame }) => [name, isSame])).toEqual([
      ['content-type', true],
      ['accept', true],
      ['cookie', false],
    ])
  })

  it('are compared member by member of what was answered', () => {
    const { answered, answer } = compareExchanges(
      exchange({ answer: { address: { city: 'Ulm' }, aud: ['a', 'b'], empty: {} } }),
      exchange({ answer: { address: { city: 'Bonn' }, aud: ['a'] }, status: 201 }),
    )
    expect(answered.filter(({ isSame }) => !isSame)).toEqual([
      { name: 'address.city', left: 'Ulm', right: 'Bonn', isSame: false },
      { name: 'aud[1]', left: 'b', right: undefined, isSame: false },
      { name: 'empty', left: '{}', right: undefined, isSame: false },
    ])
    expect(answer).toEqual([{ name: 'status', left: '200', right: '201', isSame: false }])
  })

  it('can be one that was never answered', () => {
    const { answer, answered } = compareExchanges(exchange({ answer: { a: 1 } }), {
      ...exchange({}),
      response: 'aborted',
    })
    expect(answer[0]).toMatchObject({ left: '200', right: 'cut off' })
    expect(answered).toEqual([{ name: 'a', left: '1', right: undefined, isSame: false }])
  })
})
