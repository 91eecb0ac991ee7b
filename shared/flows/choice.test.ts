import { describe, expect, it } from 'vitest'

import { checkChoice, defaultChoice, fitClient, isPossible } from './choice.ts'
import type { Choice } from './flow.ts'
import { FLOWS } from './flows.ts'
import { authorizationCodePkce } from './grants/authorization-code-pkce.ts'
import { authorizationCode } from './grants/authorization-code.ts'
import { clientCredentials } from './grants/client-credentials.ts'
import { ciba } from './grants/ciba.ts'
import { hybrid } from './grants/hybrid.ts'
import { logout } from './grants/logout.ts'
import { singleSignOn } from './grants/single-sign-on.ts'
import { API, CONFIDENTIAL, METADATA, PUBLIC, SIGNING } from './testing/fake-issuer.ts'

const choice: Choice = { client_id: 's6BhdRkqt3', api: API.identifier, scope: ['read'], layers: [], user: 'alice' }

describe('what cannot be picked', () => {
  it('is nothing when all fits', () => {
    const obstacles = checkChoice(authorizationCode, choice, CONFIDENTIAL, API)
    expect(obstacles).toMatchObject({ needed: {} })
    expect(isPossible(choice, obstacles)).toBe(true)
  })

  it.each([
    [
      'client_id',
      authorizationCode,
      choice,
      { ...CONFIDENTIAL, grant_types: ['client_credentials'] },
      'Example is not registered for the grant authorization_code.',
    ],
    [
      'client_id',
      hybrid,
      { ...choice, variant: 'code token' },
      { ...CONFIDENTIAL, response_types: ['code'] },
      'Example is not registered for the response type code token.',
    ],
    [
      'client_id',
      authorizationCode,
      choice,
      { ...CONFIDENTIAL, redirect_uris: ['https://client.example.com/cb'] },
      'Example has not registered http://localhost:4401/callback, to which the browser comes back in a walkthrough.',
    ],
    [
      'client_id',
      logout,
      choice,
      { ...CONFIDENTIAL, post_logout_redirect_uris: [] },
      'Example has not registered http://localhost:4401/callback as an address to come back to after logout.',
    ],
    [
      'client_id',
      clientCredentials,
      { ...choice, variant: 'private_key_jwt' },
      CONFIDENTIAL,
      'Example is registered for client_secret_basic, not for private_key_jwt.',
    ],
    [
      'variant',
      hybrid,
      { ...choice, variant: 'token' },
      CONFIDENTIAL,
      'Hybrid comes as code id_token, code token, code id_token token.',
    ],
    ['scope', authorizationCode, choice, { ...CONFIDENTIAL, scope: 'openid write' }, 'Example may not ask for read.'],
  ] as const)('%s of %o is said in words', (field, flow, picked, client, words) => {
    const obstacles = checkChoice(flow, picked, client, API)
    expect(obstacles[field]).toBe(words)
    expect(isPossible(picked, obstacles)).toBe(false)
  })

  it('is an API that is not there, or cannot be called', () => {
    expect(checkChoice(authorizationCode, choice, CONFIDENTIAL).api).toBe(`There is no API ${API.identifier}.`)
    const elsewhere = { ...API, calls: undefined }
    expect(checkChoice(authorizationCode, choice, CONFIDENTIAL, elsewhere).api).toBe(
      'Organizer is not served here, so the walkthrough cannot call it.',
    )
  })

  it('is what the issuer does not offer', () => {
    const {
      backchannel_authentication_endpoint: _gone,
      pushed_authorization_request_endpoint: _too,
      ...issuer
    } = METADATA
    expect(checkChoice(ciba, choice, CONFIDENTIAL, API, { issuer }).flow).toBe(
      'This issuer does not offer it: its metadata have no backchannel_authentication_endpoint.',
    )
    expect(checkChoice(authorizationCode, choice, CONFIDENTIAL, API, { issuer }).layers['par']).toBe(
      'This issuer does not offer it: its metadata have no pushed_authorization_request_endpoint.',
    )
  })

  it('is a second application that is missing, the same, or not up to it', () => {
    const two = { ...choice, second_client_id: 'public' }
    expect(checkChoice(singleSignOn, choice, CONFIDENTIAL, API).second_client_id).toContain('not picked')
    const same = { ...choice, second_client_id: choice.client_id }
    expect(checkChoice(singleSignOn, same, CONFIDENTIAL, API).second_client_id).toContain('the same')
    const second = { ...PUBLIC, grant_types: ['password'] }
    expect(checkChoice(singleSignOn, two, CONFIDENTIAL, API, { second }).second_client_id).toContain(
      'authorization_code',
    )
    expect(checkChoice(singleSignOn, two, CONFIDENTIAL, API, { second: PUBLIC })).not.toHaveProperty('second_client_id')
  })

  it('takes loopback addresses of native clients for any port', () => {
    const native = { ...PUBLIC, application_type: 'native', redirect_uris: ['http://localhost/callback'] } as const
    expect(checkChoice(authorizationCode, choice, native, API)).not.toHaveProperty('client_id')
  })
})

describe('the choice that a walkthrough begins with', () => {
  it('is the flow’s own', () => {
    for (const flow of FLOWS) expect(defaultChoice(flow, 'bob').client_id).toBe(flow.defaults.client_id)
    expect(defaultChoice(authorizationCodePkce, 'bob').user).toBe('bob')
  })

  it('for another client has what that one can have, and needs', () => {
    const fitted = defaultChoice(authorizationCode, 'alice', { ...PUBLIC, scope: 'openid read write' })
    expect(fitted).toMatchObject({ client_id: 'public', scope: ['read'], layers: ['pkce', 'openid', 'refresh', 'iss'] })
    const once = defaultChoice(authorizationCode, 'alice', { ...CONFIDENTIAL, grant_types: ['authorization_code'] })
    expect(once.layers).toEqual(['openid', 'iss'])
  })

  it('for another client takes the variant that it is registered for', () => {
    expect(fitClient(clientCredentials, defaultChoice(clientCredentials), SIGNING).variant).toBe('private_key_jwt')
  })
})
