import { expect, test } from 'vitest'

import { explainRefusal } from './explain-refusal.ts'
import type { TokenRequest } from './token-request.ts'

const request: TokenRequest = {
  issuer: 'https://id.test',
  client: 'app',
  scope: 'read',
  resources: [],
  audiences: [],
  insecureHttp: false,
}
const as = {
  issuer: 'https://id.test',
  scopes_supported: ['openid', 'email'],
  grant_types_supported: ['authorization_code'],
}

function explain(body: Readonly<Record<string, unknown>>, status = 400): string {
  return explainRefusal({ request, as }, body, status).message
}

test('a scope is held against those that the issuer knows', () => {
  const message = explain({ error: 'invalid_scope', error_description: 'requested scope is not allowed' })
  expect(message).toContain(
    'The issuer refused with invalid_scope: requested scope is not allowed.\nAsked for was "read".',
  )
  expect(message).toContain('the issuer knows: openid email.')
})

test('a grant that is not offered is answered with those that are', () => {
  expect(explain({ error: 'unsupported_grant_type' })).toContain('The issuer offers: authorization_code.')
})

test('an error that is not known here is told as it came', () => {
  expect(explain({ error: 'teapot', error_description: 'short and stout!' })).toBe(
    'The issuer refused with teapot: short and stout!',
  )
})

test('an answer without a protocol error is told by its status', () => {
  expect(explain({}, 502)).toBe('https://id.test answered with 502 and no protocol error.')
  expect(explain({ error: { nested: true } }, 500)).toBe('https://id.test answered with 500 and no protocol error.')
})

test('what the issuer said is there for programs too', () => {
  const { code, detail } = explainRefusal({ request, as }, { error: 'invalid_grant' }, 400)
  expect({ code, detail }).toEqual({
    code: 'refused',
    detail: { error: 'invalid_grant', error_description: undefined, status: 400 },
  })
})
