import { expect, it } from 'vitest'

import { explainKind } from './explain-kind.ts'

it.each([
  [{ grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_basic' }, 'Web app with a server'],
  [{ grant_types: ['authorization_code'], token_endpoint_auth_method: 'none' }, 'Browser app'],
  [
    { grant_types: ['authorization_code'], token_endpoint_auth_method: 'none', application_type: 'native' },
    'Native app',
  ],
  [{ grant_types: ['client_credentials', 'refresh_token'] }, 'Service'],
  [{ grant_types: ['urn:ietf:params:oauth:grant-type:device_code'] }, 'Device'],
  [{ grant_types: ['password'] }, 'First-party app'],
  [{ grant_types: ['refresh_token'] }, 'Application'],
  [{}, 'Web app with a server'],
])('takes %j for: %s', (metadata, kind) => {
  expect(explainKind(metadata)).toBe(kind)
})
