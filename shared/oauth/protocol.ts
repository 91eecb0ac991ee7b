/** What the issuer speaks, spelt as the protocol spells it. */

export const RESPONSE_TYPES = [
  'code',
  'token',
  'id_token',
  'id_token token',
  'code id_token',
  'code token',
  'code id_token token',
  'none',
] as const

export const GRANT = {
  authorizationCode: 'authorization_code',
  implicit: 'implicit',
  refreshToken: 'refresh_token',
  clientCredentials: 'client_credentials',
  password: 'password',
  deviceCode: 'urn:ietf:params:oauth:grant-type:device_code',
  tokenExchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
  jwtBearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ciba: 'urn:openid:params:grant-type:ciba',
} as const

export const GRANT_TYPES: readonly string[] = Object.values(GRANT)

/** The issuer's own values of `acr`: a password alone, and a password with a second factor. */
export const ACR = { password: 'urn:valetkey:acr:password', secondFactor: 'urn:valetkey:acr:second-factor' } as const

/** The issuer's addresses, by oidc-provider's names for them. */
export const ROUTES = {
  authorization: '/authorize',
  token: '/token',
  userinfo: '/userinfo',
  jwks: '/jwks',
  introspection: '/introspect',
  revocation: '/revoke',
  pushed_authorization_request: '/par',
  device_authorization: '/device_authorization',
  code_verification: '/device',
  backchannel_authentication: '/backchannel',
  registration: '/register',
  end_session: '/logout',
} as const
