import { get, sendJson } from '../draft.ts'
import { REDIRECT } from '../fuzz-clients.ts'
import type { Recipe } from './parts.ts'

const REGISTRATION = {
  client_name: 'Fuzzed',
  application_type: 'web',
  redirect_uris: [REDIRECT],
  post_logout_redirect_uris: ['http://localhost:3999/'],
  grant_types: ['authorization_code', 'refresh_token', 'implicit'],
  response_types: ['code', 'id_token'],
  token_endpoint_auth_method: 'client_secret_basic',
  scope: 'openid read:contacts',
  contacts: ['a@example.test'],
  logo_uri: 'http://localhost:3999/logo.png',
  client_uri: 'http://localhost:3999/',
  policy_uri: 'http://localhost:3999/p',
  tos_uri: 'http://localhost:3999/t',
  jwks: { keys: [] },
  subject_type: 'public',
  default_max_age: 60,
  require_auth_time: false,
  default_acr_values: ['urn:valetkey:acr:password'],
  initiate_login_uri: 'https://localhost/login',
  id_token_signed_response_alg: 'RS256',
  userinfo_signed_response_alg: 'ES256',
  request_object_signing_alg: 'ES256',
  authorization_signed_response_alg: 'RS256',
  backchannel_logout_uri: 'http://localhost:3999/out',
  backchannel_logout_session_required: true,
  dpop_bound_access_tokens: false,
  require_pushed_authorization_requests: false,
  authorization_details_types: ['print_pictures'],
  tls_client_certificate_bound_access_tokens: false,
  software_id: 'x',
}

export const REGISTRATION_RECIPES: readonly Recipe[] = [
  { name: 'register', status: 201, make: () => sendJson('POST', '/register', REGISTRATION) },
  {
    name: 'read a registration',
    make: ({ tokens: { registration } }) =>
      get(registration.path, {}, { authorization: `Bearer ${registration.token}` }),
  },
  {
    name: 'change a registration',
    make: ({ tokens: { registration } }) =>
      sendJson(
        'PUT',
        registration.path,
        { ...registration.metadata, ...REGISTRATION },
        { authorization: `Bearer ${registration.token}` },
      ),
  },
]
