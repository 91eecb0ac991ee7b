import { describe, expect, test } from 'vitest'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { buildSignInAddress, canAnswerHere } from './sign-in-address.ts'

const CALLBACK = 'http://localhost:4401/callback'

function client(members: Readonly<Record<string, unknown>>): ClientView {
  return { client_id: 'calendar-app', meta: { origin: 'scenario:organizer', createdAt: 0, updatedAt: 0 }, ...members }
}

describe('an application can be signed in to here', () => {
  test('when the playground’s own page is one of its redirect addresses', () => {
    expect(canAnswerHere(client({ redirect_uris: ['http://localhost:3000/callback', CALLBACK] }), CALLBACK)).toBe(true)
    expect(canAnswerHere(client({ redirect_uris: ['http://localhost:3000/callback'] }), CALLBACK)).toBe(false)
    expect(canAnswerHere(client({}), CALLBACK)).toBe(false)
  })

  test('on whichever port, when it is a native one', () => {
    const redirect_uris = ['http://localhost/callback']
    expect(canAnswerHere(client({ redirect_uris, application_type: 'native' }), CALLBACK)).toBe(true)
    expect(canAnswerHere(client({ redirect_uris, application_type: 'web' }), CALLBACK)).toBe(false)
  })

  test('when it takes a code', () => {
    expect(canAnswerHere(client({ redirect_uris: [CALLBACK], response_types: ['id_token'] }), CALLBACK)).toBe(false)
  })
})

test('the address is the authorization request that the application would make', () => {
  const fresh = { state: 'one', nonce: 'two', code_challenge: 'three' }
  const calendar = client({ scope: 'openid profile offline_access read:contacts' })
  const { origin, pathname, searchParams } = new URL(
    buildSignInAddress('http://localhost:4400', calendar, CALLBACK, fresh),
  )
  expect(origin + pathname).toBe('http://localhost:4400/authorize')
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: 'calendar-app',
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid profile read:contacts',
    state: 'one',
    nonce: 'two',
    code_challenge: 'three',
    code_challenge_method: 'S256',
  })
})
