/** How a client says who it is at the issuer's own endpoints, by what it is registered for (RFC 6749 section 2.3). */
import type { ClientMetadata } from '../model/client.ts'
import { withHeader, withParameters } from './draft.ts'
import type { Context, Draft, JsonObject } from './flow.ts'

/** RFC 7523 section 2.2. */
export const JWT_BEARER_ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Seconds that an assertion is good for: long enough to look at it. */
const ASSERTION_LIFETIME = 300

export const AUTH_METHODS = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'none',
] as const
export type AuthMethod = (typeof AUTH_METHODS)[number]

export function authMethodOf(client: ClientMetadata): AuthMethod {
  const registered = AUTH_METHODS.find((method) => method === client.token_endpoint_auth_method)
  if (registered !== undefined) return registered
  if (client.client_secret !== undefined) return 'client_secret_basic'
  return client.jwks === undefined && client.jwks_uri === undefined ? 'none' : 'private_key_jwt'
}

export function isPublic(client: ClientMetadata): boolean {
  return authMethodOf(client) === 'none'
}

/** Puts the client's authentication on a form. */
export async function authenticate(context: Context, draft: Draft, method = authMethodOf(context.client)) {
  const { client } = context
  const { client_id } = client
  if (method === 'none') return withParameters(draft, { client_id })
  if (method === 'client_secret_basic')
    return withHeader(draft, 'authorization', buildBasic(client_id, secretOf(client)))
  if (method === 'client_secret_post') return withParameters(draft, { client_id, client_secret: secretOf(client) })
  return withParameters(draft, {
    client_id,
    client_assertion_type: JWT_BEARER_ASSERTION,
    client_assertion: await signAssertion(context, method),
  })
}

/** Section 2.3.1: both are form-encoded before they are put together, so that a colon in the name does no harm. */
export function buildBasic(client_id: string, client_secret: string): string {
  return `Basic ${btoa(`${encodeForm(client_id)}:${encodeForm(client_secret)}`)}`
}

function signAssertion(context: Context, method: 'client_secret_jwt' | 'private_key_jwt'): Promise<string> {
  const claims = buildSelfClaims(context)
  return method === 'client_secret_jwt'
    ? context.tools.signJwtWithSecret(claims, secretOf(context.client))
    : signAsClient(context, claims)
}

/** What a client says of itself: it is the issuer and the subject, and the authorization server is the audience. */
export function buildSelfClaims({ client, issuer, tools }: Context): JsonObject {
  const now = tools.now()
  const { client_id } = client
  return {
    iss: client_id,
    sub: client_id,
    aud: issuer.issuer,
    jti: tools.random(),
    iat: now,
    exp: now + ASSERTION_LIFETIME,
  }
}

/** With the client's own private key. */
export function signAsClient(
  { client, privateKey, tools }: Context,
  claims: JsonObject,
  typ?: string,
): Promise<string> {
  if (privateKey === undefined) {
    throw new Error(`${nameOf(client)} signs with a private key of its own, and that key is not here.`)
  }
  const { kid, alg } = privateKey
  const header = {
    alg: typeof alg === 'string' ? alg : 'ES256',
    ...(typeof kid === 'string' && { kid }),
    ...(typ !== undefined && { typ }),
  }
  return tools.signJwt(header, claims, privateKey)
}

export function secretOf(client: ClientMetadata): string {
  if (client.client_secret === undefined) throw new Error(`${nameOf(client)} has no secret.`)
  return client.client_secret
}

export function nameOf({ client_id, client_name }: ClientMetadata): string {
  return client_name ?? client_id
}

function encodeForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}
