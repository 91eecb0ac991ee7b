import type { ClientFile } from './client.ts'
import type { ClientAuthMethod, GrantType, ResponseType } from './vocabulary.ts'

const CIBA = 'urn:openid:params:grant-type:ciba'

type Completed = {
  readonly application_type: 'web' | 'native'
  readonly grant_types: readonly GrantType[]
  readonly response_types: readonly ResponseType[]
  readonly redirect_uris: readonly string[]
  readonly token_endpoint_auth_method: ClientAuthMethod
}

/** A type alias and no interface: only then does it count as having the index signature of `ClientMetadata`. */
export type CompleteClient = Omit<ClientFile, keyof Completed> & Completed

/** Fills in what a person leaves out and means; the issuer's own defaults are those of RFC 7591, made for web apps. */
export function completeClient(given: ClientFile): CompleteClient {
  const grant_types = completeGrantTypes(given)
  return {
    ...given,
    application_type: given.application_type ?? 'web',
    grant_types,
    response_types: given.response_types ?? responseTypesOf(grant_types),
    redirect_uris: completeRedirectUris(given),
    token_endpoint_auth_method: given.token_endpoint_auth_method ?? authMethodOf(given),
    ...(grant_types.includes(CIBA) ? { backchannel_token_delivery_mode: 'poll' as const } : {}),
  }
}

/** RFC 7591 section 2.1: each response type needs its grant types. */
function completeGrantTypes({ grant_types, response_types = [] }: ClientFile): GrantType[] {
  const needed = response_types.flatMap(grantTypesOf)
  const given = grant_types ?? (needed.length > 0 ? [] : ['authorization_code' as const])
  return [...new Set([...given, ...needed])]
}

function grantTypesOf(responseType: ResponseType): GrantType[] {
  const words = responseType.split(' ')
  return [
    ...(words.includes('code') ? (['authorization_code'] as const) : []),
    ...(words.includes('token') || words.includes('id_token') ? (['implicit'] as const) : []),
  ]
}

function responseTypesOf(grantTypes: readonly GrantType[]): ResponseType[] {
  const code = grantTypes.includes('authorization_code')
  const implicit = grantTypes.includes('implicit')
  return [
    ...(code ? (['code'] as const) : []),
    ...(implicit ? (['id_token', 'token', 'id_token token'] as const) : []),
    ...(code && implicit ? (['code id_token', 'code token', 'code id_token token'] as const) : []),
  ]
}

function authMethodOf({ client_secret, jwks, jwks_uri }: ClientFile): ClientAuthMethod {
  if (client_secret !== undefined) return 'client_secret_basic'
  return jwks === undefined && jwks_uri === undefined ? 'none' : 'private_key_jwt'
}

/** The issuer wants at least one address; with any loopback address allowed, naming one of them changes nothing. */
function completeRedirectUris({ redirect_uris = [], valetkey }: ClientFile): string[] {
  return redirect_uris.length === 0 && valetkey?.anyLoopbackRedirect === true ? ['http://localhost/'] : redirect_uris
}
