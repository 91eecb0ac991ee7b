/** An issuer as the examples of the specifications describe it, its clients and an API. */
import type { ClientMetadata } from '../../model/client.ts'
import { GRANT_TYPES, RESPONSE_TYPES } from '../../oauth/protocol.ts'
import type { FlowApi, IssuerMetadata, JsonObject } from '../flow.ts'

export const ISSUER = 'https://server.example.com'
export const BACKEND = `${ISSUER}/apis/backend`
export const CALLBACK = 'http://localhost:4401/callback'

export const METADATA = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  userinfo_endpoint: `${ISSUER}/userinfo`,
  jwks_uri: `${ISSUER}/jwks`,
  pushed_authorization_request_endpoint: `${ISSUER}/par`,
  device_authorization_endpoint: `${ISSUER}/device_authorization`,
  backchannel_authentication_endpoint: `${ISSUER}/backchannel`,
  registration_endpoint: `${ISSUER}/register`,
  end_session_endpoint: `${ISSUER}/logout`,
  authorization_response_iss_parameter_supported: true,
} satisfies IssuerMetadata

export const API: FlowApi = {
  identifier: 'https://organizer.test/api',
  name: 'Organizer',
  calls: [
    { title: 'Read', method: 'GET', url: `${ISSUER}/apis/read`, scope: 'read' },
    { title: 'Write', method: 'POST', url: `${ISSUER}/apis/write`, scope: 'write', body: '{"title":"Learn OAuth"}' },
  ],
}

const CLIENT = {
  client_name: 'Example',
  redirect_uris: [CALLBACK],
  post_logout_redirect_uris: [CALLBACK],
  grant_types: GRANT_TYPES,
  response_types: RESPONSE_TYPES,
} satisfies Partial<ClientMetadata>

export const CONFIDENTIAL: ClientMetadata = {
  ...CLIENT,
  client_id: 's6BhdRkqt3',
  client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  authorization_details_types: ['appointment_booking'],
}

export const PUBLIC: ClientMetadata = { ...CLIENT, client_id: 'public', token_endpoint_auth_method: 'none' }

export const SIGNING: ClientMetadata = {
  ...CLIENT,
  client_id: 'signing',
  token_endpoint_auth_method: 'private_key_jwt',
  jwks: { keys: [{ kty: 'EC', crv: 'P-256', kid: '1', x: 'x', y: 'y' }] },
}

export const PRIVATE_KEY: JsonObject = { kty: 'EC', crv: 'P-256', kid: '1', alg: 'ES256', x: 'x', y: 'y', d: 'd' }
