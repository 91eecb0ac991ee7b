import { SIGNING_ALGS } from '#shared/model/key.ts'
import { ACR, GRANT, RESPONSE_TYPES as SUPPORTED_RESPONSE_TYPES } from '#shared/oauth/protocol.ts'

/** The protocol values that this issuer understands, for the validator and for whoever offers a choice of them. */
export const GRANT_TYPES = Object.values(GRANT)

/** In the one order of words that the issuer stores; RFC 6749 section 3.1.1 gives the order no meaning. */
export const RESPONSE_TYPES = SUPPORTED_RESPONSE_TYPES

export const ACR_VALUES = Object.values(ACR)

export const RESPONSE_MODES = [
  'query',
  'fragment',
  'form_post',
  'jwt',
  'query.jwt',
  'fragment.jwt',
  'form_post.jwt',
] as const

export const CLIENT_AUTH_METHODS = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
] as const

/** What a client may sign with: its assertions and its request objects. */
export const CLIENT_SIGNING_ALGS = ['HS256', 'RS256', 'PS256', 'ES256', 'Ed25519', 'EdDSA'] as const

/** What the issuer may sign an ID token with: a key of its own, or the client's secret. */
export const ID_TOKEN_ALGS = [...SIGNING_ALGS, 'HS256'] as const

export type GrantType = (typeof GRANT_TYPES)[number]
export type ResponseType = (typeof RESPONSE_TYPES)[number]
export type ClientAuthMethod = (typeof CLIENT_AUTH_METHODS)[number]
