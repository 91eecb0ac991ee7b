import { describe, expect, it } from 'vitest'

import { findFlow } from '#shared/flows/flows.ts'
import type { Flow } from '#shared/flows/flow.ts'
import type { ClientMetadata } from '#shared/model/client.ts'

import { readChoice, writeChoice } from './read-choice.ts'

const CALLBACK = 'http://localhost:4401/callback'
const PUBLIC: ClientMetadata = {
  client_id: 'my-todos',
  token_endpoint_auth_method: 'none',
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'openid offline_access read:tasks create:tasks',
}
const OTHER: ClientMetadata = {
  ...PUBLIC,
  client_id: 'other',
  grant_types: ['authorization_code'],
  scope: 'openid notes',
}
const MACHINE: ClientMetadata = { client_id: 'nightly', grant_types: ['client_credentials'], redirect_uris: [] }

function flow(): Flow {
  const found = findFlow('authorization-code-pkce')
  if (!found) throw new Error('there is no walkthrough of the code grant')
  return found
}

function read(address: string, clients = [MACHINE, PUBLIC, OTHER]) {
  return readChoice(flow(), new URLSearchParams(address), clients)
}

describe('without anything in the address', () => {
  it('the walkthrough’s own choice is made', () => {
    expect(read('')).toMatchObject({ client_id: 'my-todos', scope: flow().defaults.scope, user: 'alice' })
  })

  it('where its application is not there, the first that can walk it is taken', () => {
    expect(read('', [MACHINE, OTHER])).toMatchObject({ client_id: 'other', scope: ['notes'] })
  })

  it('there may be no application at all', () => {
    expect(read('', [])).toMatchObject({ client_id: 'my-todos' })
  })
})

describe('an address', () => {
  it('says everything', () => {
    expect(read('client=other&api=none&scope=notes+more&layers=openid&user=bob')).toEqual({
      client_id: 'other',
      scope: ['notes', 'more'],
      variant: undefined,
      layers: ['openid'],
      user: 'bob',
    })
  })

  it('may say that nothing is asked for, and that no layer is on', () => {
    expect(read('scope=&layers=')).toMatchObject({ scope: [], layers: [] })
  })

  it('that names an application which cannot walk it still shows that one', () => {
    expect(read('client=nightly').client_id).toBe('nightly')
  })

  it('with layers that there are not has those that there are', () => {
    expect(read('layers=openid+nonsense').layers).toEqual(['openid'])
  })

  it('is written so that it is read as it was', () => {
    for (const text of ['', 'client=other&api=none&scope=&layers=openid&user=bob']) {
      const choice = read(text)
      expect(read(writeChoice(choice))).toEqual(choice)
    }
  })
})
