/** What the issuer can do and may be told not to do, by the names that the settings and the config file have for it. */
export const FEATURES = [
  'implicit',
  'hybrid',
  'clientCredentials',
  'deviceFlow',
  'ciba',
  'passwordGrant',
  'tokenExchange',
  'jwtBearer',
  'pushedAuthorizationRequests',
  'requestObjects',
  'jwtResponseModes',
  'richAuthorizationRequests',
  'claimsParameter',
  'dPoP',
  'userinfo',
  'introspection',
  'revocation',
  'registration',
  'clientIdMetadataDocument',
  'rpInitiatedLogout',
  'backchannelLogout',
] as const

export type Feature = (typeof FEATURES)[number]
export type Features = Readonly<Record<Feature, boolean>>

export const ALL_FEATURES = Object.fromEntries(FEATURES.map((feature) => [feature, true])) as Features
