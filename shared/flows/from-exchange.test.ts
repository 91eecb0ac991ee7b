import { describe, expect, it } from 'vitest'

import type { ClientMetadata } from '../model/client.ts'
import type { Endpoint, Exchange } from '../model/exchange.ts'
import { type Suggestion, suggestWalk } from './from-exchange.ts'

const ISSUER = 'http://localhost:4400'

const CALENDAR: ClientMetadata = {
  client_id: 'calendar-app',
  redirect_uris: [`http://localhost:4401/callback`],
  grant_types: ['authorization_code', 'refresh_token', 'implicit', 'client_credentials'],
  response_types: ['code', 'id_token', 'code id_token'],
  token_endpoint_auth_method: 'client_secret_basic',
  scope: 'openid offline_access read:contacts read:appointments',
  valetkey: { defaultApi: 'https://organizer.test/api' },
}
const TODOS: ClientMetadata = {
  ...CALENDAR,
  client_id: 'my-todos',
  token_endpoint_auth_method: 'none',
  scope: 'openid read:tasks',
}

function exchange(
  endpoint: Endpoint,
  query: string,
  form?: string,
  client_id: string | undefined = 'calendar-app',
): Exchange {
  const url = `${ISSUER}/x${query === '' ? '' : `?${query}`}`
  const body = { text: form ?? '', encoding: 'utf8', size: form?.length ?? 0, truncated: false } as const
  return {
    id: 1,
    direction: 'in',
    startedAt: 0,
    endpoint,
    client_id,
    user: 'alice',
    method: form === undefined ? 'GET' : 'POST',
    url,
    request: {
      method: 'GET',
      url,
      httpVersion: '1.1',
      headers: form === undefined ? [] : [['content-type', 'application/x-www-form-urlencoded']],
      body,
    },
    response: 'aborted',
  }
}

const ASKED = exchange(
  'authorization',
  'client_id=calendar-app&response_type=code&scope=openid+offline_access+read:contacts&code_challenge=x&response_mode=form_post',
)

function walkOf(suggestion: Suggestion) {
  if (suggestion.kind !== 'walk') throw new Error(suggestion.why)
  return suggestion
}

describe('a recorded request as a part of a walkthrough', () => {
  it('of authorization has the scopes and layers that it has', () => {
    const { flow, step, choice } = walkOf(suggestWalk(ASKED, { client: CALENDAR }))
    expect([flow, step]).toEqual(['authorization-code', 'authorization-request'])
    expect(choice).toMatchObject({ client_id: 'calendar-app', user: 'alice', scope: ['read:contacts'] })
    expect([...choice.layers].toSorted()).toEqual(['form_post', 'iss', 'openid', 'pkce', 'refresh'])
  })

  it('of a public client goes with PKCE built in', () => {
    const asked = exchange(
      'authorization',
      'client_id=my-todos&response_type=code&scope=read:tasks',
      undefined,
      'my-todos',
    )
    expect(walkOf(suggestWalk(asked, { client: TODOS })).flow).toBe('authorization-code-pkce')
  })

  it('to the token endpoint takes what was asked for from the beginning of its sign-in', () => {
    const request = exchange('token', '', 'grant_type=authorization_code&code=a')
    const { flow, step, choice } = walkOf(suggestWalk(request, { siblings: [ASKED], client: CALENDAR }))
    expect([flow, step, choice.scope]).toEqual(['authorization-code', 'token-request', ['read:contacts']])
  })

  it.each([
    ['grant_type=client_credentials', 'client-credentials', 'token-request'],
    ['grant_type=refresh_token&refresh_token=a', 'refresh-token', 'refresh'],
  ])('with %s is the walkthrough %s at %s', (form, flow, step) => {
    const walk = walkOf(suggestWalk(exchange('token', '', form), { client: CALENDAR }))
    expect([walk.flow, walk.step]).toEqual([flow, step])
  })

  it('of a hybrid kind has its variant', () => {
    const asked = exchange('authorization', 'client_id=calendar-app&response_type=code+id_token&scope=openid')
    const walk = walkOf(suggestWalk(asked, { client: CALENDAR }))
    expect([walk.flow, walk.choice.variant]).toEqual(['hybrid', 'code id_token'])
  })

  it('that was pushed has that layer', () => {
    const pushed = exchange(
      'pushed_authorization_request',
      '',
      'response_type=code&scope=openid&client_id=calendar-app',
    )
    const walk = walkOf(suggestWalk(pushed, { client: CALENDAR }))
    expect([walk.step, walk.choice.layers.includes('par')]).toEqual(['pushed-authorization-request', true])
  })

  it('to an API is where its sign-in ends', () => {
    const walk = walkOf(suggestWalk(exchange('api', ''), { siblings: [ASKED], client: CALENDAR }))
    expect(walk.step).toBe('call-api')
  })

  it('may be none, and then it says why', () => {
    expect(suggestWalk(exchange('jwks', ''), { client: CALENDAR })).toMatchObject({ kind: 'none' })
    expect(suggestWalk(exchange('api', ''), { client: CALENDAR })).toMatchObject({
      why: expect.stringContaining('token'),
    })
    expect(suggestWalk(ASKED, { client: undefined })).toMatchObject({ why: 'There is no application calendar-app.' })
    expect(suggestWalk(exchange('token', '', 'grant_type=magic'), { client: CALENDAR })).toMatchObject({ kind: 'none' })
  })
})
