import type { Feature } from '#shared/model/features.ts'

import type { TEXT } from './text.ts'

interface FeatureGroup {
  readonly id: keyof (typeof TEXT)['features']['groups']
  readonly features: readonly Feature[]
}

export const FEATURE_GROUPS: readonly FeatureGroup[] = [
  {
    id: 'grants',
    features: [
      'implicit',
      'hybrid',
      'clientCredentials',
      'deviceFlow',
      'ciba',
      'passwordGrant',
      'tokenExchange',
      'jwtBearer',
    ],
  },
  {
    id: 'requests',
    features: [
      'pushedAuthorizationRequests',
      'requestObjects',
      'jwtResponseModes',
      'richAuthorizationRequests',
      'claimsParameter',
    ],
  },
  { id: 'tokens', features: ['dPoP', 'userinfo', 'introspection', 'revocation'] },
  { id: 'clients', features: ['registration', 'clientIdMetadataDocument'] },
  { id: 'logout', features: ['rpInitiatedLogout', 'backchannelLogout'] },
]

/** Under which name the dictionary explains more. */
export const FEATURE_TERMS: Readonly<Record<Feature, string>> = {
  implicit: 'response_type',
  hybrid: 'response_types_supported',
  clientCredentials: 'grant_types_supported',
  deviceFlow: 'device_authorization_endpoint',
  ciba: 'backchannel_authentication_endpoint',
  passwordGrant: 'grant_type',
  tokenExchange: 'subject_token',
  jwtBearer: 'assertion',
  pushedAuthorizationRequests: 'pushed_authorization_request_endpoint',
  requestObjects: 'request',
  jwtResponseModes: 'response_mode',
  richAuthorizationRequests: 'authorization_details',
  claimsParameter: 'claims',
  dPoP: 'DPoP',
  userinfo: 'userinfo_endpoint',
  introspection: 'introspection_endpoint',
  revocation: 'revocation_endpoint',
  registration: 'registration_endpoint',
  clientIdMetadataDocument: 'client_id_metadata_document_supported',
  rpInitiatedLogout: 'end_session_endpoint',
  backchannelLogout: 'backchannel_logout_supported',
}
