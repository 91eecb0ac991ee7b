/** How the client says who it is: from what was given, and from what the issuer says that it understands. */
import { type CryptoKey, importJWK, type JWK } from 'jose'
import * as oauth from 'oauth4webapi'

import { ValetKeyError } from '#shared/errors.ts'

import type { TokenRequest } from './token-request.ts'

type Given = Pick<TokenRequest, 'clientSecret' | 'clientKey' | 'authMethod'>

/** In the order in which they are tried when there is a secret. */
const BY_SECRET = ['client_secret_basic', 'client_secret_post', 'client_secret_jwt'] as const

export const AUTH_METHODS = [...BY_SECRET, 'private_key_jwt', 'none'] as const

export async function chooseClientAuth(given: Given, as: oauth.AuthorizationServer): Promise<oauth.ClientAuth> {
  const method = authMethodOf(given, as)
  if (method === 'none') return oauth.None()
  if (method === 'private_key_jwt') return signWith(given.clientKey, as)
  const secret = given.clientSecret
  if (secret === undefined) throw new ValetKeyError('bad_usage', `${method} needs the secret of the client.`)
  if (method === 'client_secret_basic') return oauth.ClientSecretBasic(secret)
  if (method === 'client_secret_post') return oauth.ClientSecretPost(secret)
  if (method === 'client_secret_jwt') return oauth.ClientSecretJwt(secret)
  throw new ValetKeyError(
    'bad_usage',
    `There is no client authentication ${method}. There are: ${AUTH_METHODS.join(', ')}.`,
  )
}

export function authMethodOf({ clientSecret, clientKey, authMethod }: Given, as: oauth.AuthorizationServer): string {
  if (authMethod !== undefined) return authMethod
  if (clientKey !== undefined) return 'private_key_jwt'
  if (clientSecret === undefined) return 'none'
  // RFC 8414 section 2: an issuer that does not say understands client_secret_basic.
  const supported = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return BY_SECRET.find((method) => supported.includes(method)) ?? 'client_secret_basic'
}

async function signWith(jwk: JWK | undefined, as: oauth.AuthorizationServer): Promise<oauth.ClientAuth> {
  if (jwk === undefined) throw new ValetKeyError('bad_usage', 'private_key_jwt needs the private key of the client.')
  const { key, kid } = await importClientKey(jwk, as)
  return oauth.PrivateKeyJwt(kid === undefined ? { key } : { key, kid })
}

export interface ClientKey {
  readonly key: CryptoKey
  readonly kid: string | undefined
  readonly alg: string
}

export async function importClientKey(jwk: JWK, as: oauth.AuthorizationServer): Promise<ClientKey> {
  const alg = jwk.alg ?? algOf(jwk, as)
  try {
    const key = alg === undefined ? undefined : await importJWK(jwk, alg)
    if (alg !== undefined && key && 'type' in key && key.type === 'private') return { key, kid: jwk.kid, alg }
  } catch (cause) {
    throw new ValetKeyError('bad_usage', `The key of the client cannot be used: ${String(cause)}`, { cause })
  }
  throw new ValetKeyError('bad_usage', 'The key of the client is no private key of kind RSA, EC or OKP.')
}

const ALG_BY_CURVE: Readonly<Record<string, string>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
  Ed25519: 'EdDSA',
}

function algOf({ kty, crv }: JWK, as: oauth.AuthorizationServer): string | undefined {
  if (kty !== 'RSA') return ALG_BY_CURVE[crv ?? '']
  const supported = as.token_endpoint_auth_signing_alg_values_supported
  return supported?.includes('RS256') === false && supported.includes('PS256') ? 'PS256' : 'RS256'
}
