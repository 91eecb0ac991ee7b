import { expect, test } from 'vitest'
import { checkClient } from './check-client.ts'
import type { ClientFile } from './client.ts'

const REDIRECT = { redirect_uris: ['http://localhost:3000/cb'] }
const MACHINE = { grant_types: ['client_credentials'] } satisfies Partial<ClientFile>
const PUBLIC_KEY = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }

function check(client: Partial<ClientFile>): string[] {
  return checkClient({ client_id: 'a', ...client }, ['clients', 0]).map(({ path, message }) => `${path}: ${message}`)
}

test.each<[string, Partial<ClientFile>]>([
  ['a public app', REDIRECT],
  ['a confidential app', { ...REDIRECT, client_secret: 's' }],
  ['a machine with a secret', { ...MACHINE, client_secret: 's' }],
  ['a machine with a key', { ...MACHINE, jwks: { keys: [PUBLIC_KEY] } }],
  ['an app on any loopback address', { valetkey: { anyLoopbackRedirect: true } }],
  ['an implicit app on loopback', { ...REDIRECT, response_types: ['token'] }],
  ['a signed secret', { ...REDIRECT, client_secret: 's', token_endpoint_auth_method: 'client_secret_jwt' }],
])('nothing is wrong with %s', (_, client) => {
  expect(check(client)).toEqual([])
})

test.each<[Partial<ClientFile>, string]>([
  [
    {},
    'redirect_uris: found none, expected at least one address, since the client sends its users to the issuer; or "response_types": []',
  ],
  [
    { ...REDIRECT, post_logout_redirect_uris: ['localhost:3000'] },
    'post_logout_redirect_uris[0]: found "localhost:3000" (no scheme), expected an absolute address such as http://localhost:3000/callback',
  ],
  [
    { redirect_uris: ['http://intranet/cb'], response_types: ['code id_token'] },
    'redirect_uris[0]: found "http://intranet/cb" (http, not on loopback), expected https, or http on localhost, 127.0.0.1 or [::1], where tokens are in the address',
  ],
  [
    { ...REDIRECT, token_endpoint_auth_method: 'client_secret_post' },
    'client_secret: found nothing, expected a text, since client_secret_post needs one',
  ],
  [
    { ...REDIRECT, id_token_signed_response_alg: 'HS256' },
    'client_secret: found nothing, expected a text, since HS256 needs one',
  ],
  [
    { ...REDIRECT, token_endpoint_auth_method: 'private_key_jwt' },
    'jwks: found nothing, expected jwks or jwks_uri, since private_key_jwt needs keys',
  ],
  [
    { ...REDIRECT, request_object_signing_alg: 'ES256' },
    'jwks: found nothing, expected jwks or jwks_uri, since ES256 needs keys',
  ],
  [
    { ...REDIRECT, jwks: { keys: [PUBLIC_KEY] }, jwks_uri: 'https://a.example/jwks' },
    'jwks_uri: found both jwks and jwks_uri, expected one of them',
  ],
  [
    { ...REDIRECT, jwks: { keys: [{ ...PUBLIC_KEY, d: 'hunter2' }] } },
    'jwks.keys[0].d: found a private key, expected the public key only',
  ],
  [
    MACHINE,
    'token_endpoint_auth_method: found "none", expected a client_secret or jwks, since client_credentials needs one',
  ],
  [
    { ...REDIRECT, response_types: ['code token'], dpop_bound_access_tokens: true },
    'response_types: found one with token, expected none, since dpop_bound_access_tokens is true',
  ],
  [
    { ...REDIRECT, grant_types: ['authorization_code'], response_types: ['id_token'] },
    'response_types: found none with code, expected one with code, or grant_types without authorization_code',
  ],
  [
    { ...REDIRECT, grant_types: ['implicit'], response_types: ['none'] },
    'response_types: found none with token or id_token, expected one of these, or grant_types without implicit',
  ],
  [
    { ...REDIRECT, client_secret: 's', token_endpoint_auth_signing_alg: 'HS256' },
    'token_endpoint_auth_signing_alg: found "HS256" with client_secret_basic, expected client_secret_jwt as token_endpoint_auth_method',
  ],
])('%j is refused', (client, message) => {
  expect(check(client)).toEqual([`clients[0].${message}`])
})
