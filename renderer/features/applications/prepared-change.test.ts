import { describe, expect, it } from 'vitest'

import { readNewClient, readPreparedChange } from './prepared-change.ts'

const CALENDAR = {
  client_id: 'calendar-app',
  redirect_uris: ['http://localhost:3000/callback'],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  meta: { origin: 'scenario:organizer', createdAt: 0, updatedAt: 0 },
}

function given(query: string) {
  return readPreparedChange(new URLSearchParams(query), CALENDAR)
}

describe('a change prepared in an address', () => {
  it('is none without one of its names, or without a value', () => {
    expect(given('')).toBeUndefined()
    expect(given('redirect_uri=http://x.test/')).toBeUndefined()
    expect(given('add-redirect-uri=')).toBeUndefined()
  })

  it('adds to what is registered, and can be taken back', () => {
    expect(given('add-redirect-uri=http%3A%2F%2Fx.test%2F%2520')).toMatchObject({
      member: 'redirect_uris',
      value: 'http://x.test/%20',
      isThere: false,
      changes: { redirect_uris: ['http://localhost:3000/callback', 'http://x.test/%20'] },
      undo: { redirect_uris: ['http://localhost:3000/callback'] },
    })
  })

  it('takes a member away again that was not there before', () => {
    expect(given('add-post-logout-redirect-uri=http://x.test/')).toMatchObject({
      changes: { post_logout_redirect_uris: ['http://x.test/'] },
      undo: { post_logout_redirect_uris: null },
    })
  })

  it('says when there is nothing to do', () => {
    expect(given('add-response-type=code')?.isThere).toBe(true)
  })

  it('brings the grant that a response type needs', () => {
    expect(given('add-response-type=id_token+token')?.changes).toEqual({
      response_types: ['code', 'id_token token'],
      grant_types: ['authorization_code', 'implicit'],
    })
    expect(given('add-response-type=code')?.changes).not.toHaveProperty('grant_types')
  })
})

it('prepares a new public client from what it sent', () => {
  expect(readNewClient(new URLSearchParams('client_id=my-app&redirect_uri=http://localhost:5173/'))).toMatchObject({
    client_id: 'my-app',
    redirect_uris: ['http://localhost:5173/'],
    token_endpoint_auth_method: 'none',
  })
  expect(readNewClient(new URLSearchParams(''))).not.toHaveProperty('client_id')
})
