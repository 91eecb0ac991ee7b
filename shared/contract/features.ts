import * as z from 'zod'

import { type Feature, FEATURES } from '#shared/model/features.ts'

const DESCRIPTIONS: Readonly<Record<Feature, string>> = {
  implicit: 'Tokens in the answer of the authorization endpoint.',
  hybrid: 'A code and tokens in the answer of the authorization endpoint.',
  clientCredentials: 'Tokens for a client itself.',
  deviceFlow: 'RFC 8628.',
  ciba: 'Client-initiated backchannel authentication.',
  passwordGrant: 'The password grant.',
  tokenExchange: 'RFC 8693.',
  jwtBearer: 'RFC 7523.',
  pushedAuthorizationRequests: 'RFC 9126.',
  requestObjects: 'Signed authorization requests (RFC 9101).',
  jwtResponseModes: 'Signed authorization responses (JARM).',
  richAuthorizationRequests: 'RFC 9396.',
  claimsParameter: 'Single claims by the parameter claims.',
  dPoP: 'RFC 9449.',
  userinfo: 'The UserInfo endpoint.',
  introspection: 'RFC 7662; the demo APIs ask there about opaque tokens.',
  revocation: 'RFC 7009.',
  registration: 'Clients register themselves (RFC 7591, RFC 7592).',
  clientIdMetadataDocument: 'A client is named by the address of its metadata.',
  rpInitiatedLogout: 'Applications may sign a user out.',
  backchannelLogout: 'Applications are told when a user signs out.',
}

const entries = FEATURES.map((feature) => [
  feature,
  z.boolean().exactOptional().meta({ default: true, description: DESCRIPTIONS[feature] }),
])

type Shape = Readonly<Record<Feature, z.ZodExactOptional<z.ZodBoolean>>>

export const featuresSchema = z
  .strictObject(Object.fromEntries(entries) as Shape)
  .meta({ id: 'features', title: 'Features', description: 'What the issuer does; each can be switched off.' })
