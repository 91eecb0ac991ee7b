import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { PUBLIC_JWK } from './signer.ts'

export const REDIRECT = 'http://localhost:3999/callback'
export const SECRET = 'the-secret-of-every-grant-client-0123456789'

const GRANTS = [
  'authorization_code',
  'implicit',
  'refresh_token',
  'client_credentials',
  'password',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'urn:openid:params:grant-type:ciba',
]
const TYPES = [
  'code',
  'token',
  'id_token',
  'id_token token',
  'code id_token',
  'code token',
  'code id_token token',
  'none',
]
const SCOPE =
  'openid profile email address phone offline_access read:contacts create:contacts read:pictures geocode route mcp:read mcp:tools'

function without(...grants: readonly string[]): string[] {
  return GRANTS.filter((grant) => !grants.includes(grant))
}

function everything(client_id: string, token_endpoint_auth_method: string, more: object = {}): object {
  return {
    client_id,
    token_endpoint_auth_method,
    grant_types: GRANTS,
    response_types: TYPES,
    scope: SCOPE,
    redirect_uris: [REDIRECT],
    post_logout_redirect_uris: ['http://localhost:3999/'],
    backchannel_token_delivery_mode: 'poll',
    jwks: { keys: [PUBLIC_JWK] },
    authorization_details_types: ['print_pictures', 'appointment_booking'],
    valetkey: { requirePkce: false, defaultApi: 'https://photobox.test/api' },
    ...more,
  }
}

/** Clients that may do everything, so that a request gets past the door whatever it asks for. */
const CONFIG = {
  clients: [
    everything('all-basic', 'client_secret_basic', { client_secret: SECRET }),
    everything('all-post', 'client_secret_post', { client_secret: SECRET }),
    everything('all-jwt', 'private_key_jwt', { token_endpoint_auth_signing_alg: 'ES256' }),
    everything('all-secret-jwt', 'client_secret_jwt', { client_secret: SECRET }),
    everything('all-public', 'none', {
      application_type: 'native',
      grant_types: without('client_credentials', 'urn:openid:params:grant-type:ciba'),
    }),
    everything('all-skip', 'client_secret_basic', {
      client_secret: SECRET,
      valetkey: { skipConsent: true, requirePkce: false },
    }),
    everything('all-signed', 'client_secret_basic', {
      client_secret: SECRET,
      userinfo_signed_response_alg: 'ES256',
      introspection_signed_response_alg: 'ES256',
      id_token_signed_response_alg: 'EdDSA',
    }),
    everything('all-nonce', 'client_secret_basic', {
      client_secret: SECRET,
      dpop_bound_access_tokens: true,
      response_types: ['code'],
      grant_types: without('implicit'),
      valetkey: { requireDpopNonce: true, requirePkce: false },
    }),
  ],
}

export function writeFuzzConfig(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'valetkey-fuzz-')), 'valetkey.config.json')
  writeFileSync(file, JSON.stringify(CONFIG))
  return file
}
