import { describe, expect, it } from 'vitest'

import type { Exchange, RecordedBody } from '#shared/model/exchange.ts'

import { findAnsweredTokens, findSentTokens } from './find-tokens.ts'

const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
const jwt = (header: object, claims: object) => `${part(header)}.${part(claims)}.c2ln`
const body = (text: string): RecordedBody => ({ text, encoding: 'utf8', size: text.length, truncated: false })

const ID = jwt({ alg: 'RS256' }, { sub: 'alice', nonce: 'n' })
const ACCESS = jwt({ alg: 'RS256', typ: 'at+jwt' }, { sub: 'alice' })
const PROOF = jwt({ alg: 'ES256', typ: 'dpop+jwt' }, { htm: 'GET' })

describe('the tokens of an exchange', () => {
  it('are found in headers, address and form, each once', () => {
    const form = new URLSearchParams({ client_assertion: ID, code: 'no.jwt.here', token: ACCESS })
    const request: Exchange['request'] = {
      method: 'POST',
      url: `http://localhost/?id_token_hint=${ID}`,
      httpVersion: '1.1',
      headers: [
        ['Authorization', `DPoP ${ACCESS}`],
        ['DPoP', PROOF],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body: body(form.toString()),
    }
    expect(findSentTokens({ request }).map(({ name, context }) => [name, context])).toEqual([
      ['access_token', 'access token'],
      ['DPoP', 'DPoP proof'],
      ['id_token_hint', 'ID token'],
    ])
  })

  it('are found in an answer and in what was handed over', () => {
    const answer = {
      status: 200,
      statusText: 'OK',
      body: body(JSON.stringify({ access_token: 'opaque', id_token: ID })),
    }
    const response = { ...answer, headers: [['content-type', 'application/json']] } as const
    const handover = { url: 'http://a.test/', via: 'fragment', parameters: { access_token: ACCESS } } as const
    const tokens = findAnsweredTokens({ response, handover })
    expect(tokens.map(({ name, jwt: { claims } }) => [name, claims['sub']])).toEqual([
      ['access_token', 'alice'],
      ['id_token', 'alice'],
    ])
    expect(findAnsweredTokens({ response: 'aborted', handover: undefined })).toEqual([])
  })

  it('may be the whole answer', () => {
    const response = {
      status: 200,
      statusText: 'OK',
      headers: [['content-type', 'application/jwt']],
      body: body(ID),
    } as const
    expect(findAnsweredTokens({ response, handover: undefined })).toMatchObject([{ name: 'body', text: ID }])
  })
})
