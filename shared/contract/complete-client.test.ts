import { expect, test } from 'vitest'
import { completeClient } from './complete-client.ts'

test('a client with nothing but an id is a public web app that uses the code flow', () => {
  expect(completeClient({ client_id: 'a' })).toEqual({
    client_id: 'a',
    application_type: 'web',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [],
    token_endpoint_auth_method: 'none',
  })
})

test('a secret means Basic, keys mean a signed JWT, and what is written wins', () => {
  const method = (client: object) => completeClient({ client_id: 'a', ...client }).token_endpoint_auth_method
  expect(method({ client_secret: 's' })).toBe('client_secret_basic')
  expect(method({ jwks: { keys: [] } })).toBe('private_key_jwt')
  expect(method({ jwks_uri: 'https://a.example/jwks' })).toBe('private_key_jwt')
  expect(method({ client_secret: 's', jwks: { keys: [] } })).toBe('client_secret_basic')
  expect(method({ client_secret: 's', token_endpoint_auth_method: 'client_secret_post' })).toBe('client_secret_post')
})

test('a client without users has neither response types nor redirect addresses', () => {
  const client = completeClient({ client_id: 'a', client_secret: 's', grant_types: ['client_credentials'] })
  expect(client).toMatchObject({ response_types: [], redirect_uris: [], grant_types: ['client_credentials'] })
})

test('response types follow from grant types', () => {
  const types = (...grant_types: ('authorization_code' | 'implicit' | 'refresh_token')[]) =>
    completeClient({ client_id: 'a', grant_types }).response_types
  expect(types('authorization_code', 'refresh_token')).toEqual(['code'])
  expect(types('implicit')).toEqual(['id_token', 'token', 'id_token token'])
  expect(types('authorization_code', 'implicit')).toHaveLength(7)
})

test('grant types follow from response types', () => {
  const grants = (client: object) => completeClient({ client_id: 'a', ...client }).grant_types
  expect(grants({ response_types: ['id_token'] })).toEqual(['implicit'])
  expect(grants({ response_types: ['code id_token'] })).toEqual(['authorization_code', 'implicit'])
  expect(grants({ response_types: ['code', 'token'], grant_types: ['authorization_code', 'refresh_token'] })).toEqual([
    'authorization_code',
    'refresh_token',
    'implicit',
  ])
})

test('a CIBA client is polled for', () => {
  const grant_types = ['urn:openid:params:grant-type:ciba' as const]
  expect(completeClient({ client_id: 'a', client_secret: 's', grant_types })).toMatchObject({
    backchannel_token_delivery_mode: 'poll',
    response_types: [],
  })
})

test('with any loopback address allowed, none needs to be written', () => {
  const valetkey = { anyLoopbackRedirect: true }
  expect(completeClient({ client_id: 'a', valetkey }).redirect_uris).toEqual(['http://localhost/'])
  const redirect_uris = ['https://a.example/cb']
  expect(completeClient({ client_id: 'a', valetkey, redirect_uris }).redirect_uris).toEqual(redirect_uris)
})

test('completing twice changes nothing', () => {
  const once = completeClient({
    client_id: 'a',
    client_secret: 's',
    response_types: ['code token'],
    grant_types: ['refresh_token'],
  })
  expect(completeClient({ ...once } as never)).toEqual(once)
})
