import { privateMembers } from '#shared/oauth/dpop.ts'

import { checkRedirectUri } from './check-redirect-uri.ts'
import type { ClientFile } from './client.ts'
import { completeClient, type CompleteClient } from './complete-client.ts'
import { buildFinding, type Finding, type Path } from './finding.ts'

/**
 * What the members of one client demand of each other. Each rule is one that the issuer applies when the client first
 * turns up, or that makes the client useless; found here, it stops the start with a line that can be acted on.
 */
export function checkClient(given: ClientFile, at: Path): readonly Finding[] {
  const client = completeClient(given)
  return RULES.flatMap((check) => check(client, at))
}

type Rule = (client: CompleteClient, at: Path) => readonly Finding[]

const RULES: readonly Rule[] = [
  checkRedirectUris,
  checkRedirectNeeded,
  checkResponseTypes,
  checkSecret,
  checkKeys,
  checkMachine,
  checkBoundTokens,
  checkSigningAlg,
]

const SECRET_METHODS: ReadonlySet<string> = new Set(['client_secret_basic', 'client_secret_post', 'client_secret_jwt'])

function checkRedirectUris(client: CompleteClient, at: Path): readonly Finding[] {
  const native = client.application_type === 'native'
  const implicit = client.grant_types.includes('implicit')
  return (['redirect_uris', 'post_logout_redirect_uris'] as const).flatMap((member) =>
    (client[member] ?? []).flatMap((uri, index) => {
      const problem = checkRedirectUri(uri, { native, implicit })
      return problem === undefined ? [] : [buildFinding([...at, member, index], problem.found, problem.expected)]
    }),
  )
}

function checkRedirectNeeded({ response_types, redirect_uris }: CompleteClient, at: Path): readonly Finding[] {
  if (response_types.length === 0 || redirect_uris.length > 0) return []
  const expected = 'at least one address, since the client sends its users to the issuer'
  return [buildFinding([...at, 'redirect_uris'], 'none', `${expected}; or "response_types": []`)]
}

/** The issuer drops, without a word, a grant type that no response type leads to. */
function checkResponseTypes({ grant_types, response_types }: CompleteClient, at: Path): readonly Finding[] {
  const words = new Set(response_types.flatMap((type) => type.split(' ')))
  const path = [...at, 'response_types']
  return [
    ...(grant_types.includes('authorization_code') && !words.has('code')
      ? [buildFinding(path, 'none with code', 'one with code, or grant_types without authorization_code')]
      : []),
    ...(grant_types.includes('implicit') && !words.has('token') && !words.has('id_token')
      ? [buildFinding(path, 'none with token or id_token', 'one of these, or grant_types without implicit')]
      : []),
  ]
}

function checkSecret(client: CompleteClient, at: Path): readonly Finding[] {
  if (client.client_secret !== undefined) return []
  const method = client.token_endpoint_auth_method
  const algs = [
    client.token_endpoint_auth_signing_alg,
    client.request_object_signing_alg,
    client.id_token_signed_response_alg,
  ]
  const hmac = algs.includes('HS256')
  const reason = SECRET_METHODS.has(method) ? method : hmac ? 'HS256' : undefined
  return reason === undefined
    ? []
    : [buildFinding([...at, 'client_secret'], 'nothing', `a text, since ${reason} needs one`)]
}

function checkKeys(client: CompleteClient, at: Path): readonly Finding[] {
  const path = [...at, 'jwks']
  const keys = client.jwks?.keys ?? []
  const priv = keys.flatMap((key, index) => {
    const [member] = privateMembers(key)
    return member === undefined
      ? []
      : [buildFinding([...path, 'keys', index, member], 'a private key', 'the public key only')]
  })
  if (client.jwks !== undefined && client.jwks_uri !== undefined) {
    return [...priv, buildFinding([...at, 'jwks_uri'], 'both jwks and jwks_uri', 'one of them')]
  }
  const reason = client.jwks === undefined && client.jwks_uri === undefined ? reasonForKeys(client) : undefined
  return reason === undefined
    ? priv
    : [...priv, buildFinding(path, 'nothing', `jwks or jwks_uri, since ${reason} needs keys`)]
}

function reasonForKeys(client: CompleteClient): string | undefined {
  if (client.token_endpoint_auth_method === 'private_key_jwt') return 'private_key_jwt'
  const algs = [client.request_object_signing_alg, client.backchannel_authentication_request_signing_alg]
  return algs.find((alg) => alg !== undefined && alg !== 'HS256')
}

/** RFC 6749 section 4.4, OpenID Connect CIBA section 4: both are for clients that can prove who they are. */
function checkMachine(client: CompleteClient, at: Path): readonly Finding[] {
  if (client.token_endpoint_auth_method !== 'none') return []
  const grant = (['client_credentials', 'urn:openid:params:grant-type:ciba'] as const).find((type) =>
    client.grant_types.includes(type),
  )
  if (grant === undefined) return []
  return [
    buildFinding([...at, 'token_endpoint_auth_method'], '"none"', `a client_secret or jwks, since ${grant} needs one`),
  ]
}

function checkBoundTokens(client: CompleteClient, at: Path): readonly Finding[] {
  const bound = client.dpop_bound_access_tokens === true
  if (!bound || !client.response_types.some((type) => type.split(' ').includes('token'))) return []
  return [buildFinding([...at, 'response_types'], 'one with token', 'none, since dpop_bound_access_tokens is true')]
}

function checkSigningAlg(client: CompleteClient, at: Path): readonly Finding[] {
  const { token_endpoint_auth_signing_alg: alg, token_endpoint_auth_method: method } = client
  if (alg === undefined) return []
  const fits = alg === 'HS256' ? method === 'client_secret_jwt' : method === 'private_key_jwt'
  const expected = `${alg === 'HS256' ? 'client_secret_jwt' : 'private_key_jwt'} as token_endpoint_auth_method`
  return fits ? [] : [buildFinding([...at, 'token_endpoint_auth_signing_alg'], `"${alg}" with ${method}`, expected)]
}
