/**
 * With `--permissive` an unknown client is registered on sight with what it sent, and learnt more of with every
 * request: the address it wants to be answered at, the grant it uses, how it authenticates.
 */
import { type KoaContextWithOIDC, Provider } from 'oidc-provider'

import type { ClientMetadata } from '#shared/model/client.ts'

import { isLoopbackHttp } from '#shared/oauth/loopback.ts'
import { GRANT_TYPES, RESPONSE_TYPES } from '#shared/oauth/protocol.ts'

import type { Store } from '../store/store.ts'

/** Grants that the authorization endpoint implies by `response_type`, and those that a token request names itself. */
const FRONT_CHANNEL_ROUTES = new Set(['authorization', 'pushed_authorization_request'])
const GRANT_BY_ROUTE: Readonly<Record<string, string>> = {
  device_authorization: 'urn:ietf:params:oauth:grant-type:device_code',
  backchannel_authentication: 'urn:openid:params:grant-type:ciba',
}
/** Nothing can be learnt from a request that carries neither of these as it should be. */
const CLIENT_ID = /^[\x20-\x7e]{1,200}$/
const MAX_ADDRESSES = 50
const MAX_CLIENTS = 500

type Params = Readonly<Record<string, unknown>>

export function learnClient(
  store: Store,
  client_id: string,
  known: ClientMetadata | undefined,
): ClientMetadata | undefined {
  const ctx = Provider.ctx
  if (!ctx || !CLIENT_ID.test(client_id) || isMetadataDocument(client_id)) return known
  const params = sentParams(ctx)
  if (sentClientId(ctx, params) !== client_id) return known
  const learnt = merge(client_id, known, ctx, params)
  if (!learnt || (!known && isFull(store))) return known
  if (JSON.stringify(learnt) !== JSON.stringify(known)) store.clients.put(learnt, 'permissive')
  return learnt
}

function isFull(store: Store): boolean {
  return store.clients.list().filter(({ origin }) => origin === 'permissive').length >= MAX_CLIENTS
}

function merge(
  client_id: string,
  known: ClientMetadata | undefined,
  ctx: KoaContextWithOIDC,
  params: Params,
): ClientMetadata | undefined {
  const authentication = sentAuthentication(ctx, params)
  if (authentication === 'unlearnable') return undefined
  const redirect_uris = union(known?.redirect_uris, acceptableAddress(params['redirect_uri']))
  const response_types = union(
    known?.response_types,
    FRONT_CHANNEL_ROUTES.has(ctx.oidc.route) ? sentType(params) : undefined,
  )
  return {
    client_name: client_id,
    token_endpoint_auth_method: 'none',
    ...known,
    application_type: redirect_uris.some(isPrivateScheme) ? 'native' : 'web',
    ...authentication,
    client_id,
    redirect_uris,
    response_types: redirect_uris.length > 0 ? response_types : [],
    grant_types: grantTypes(known, ctx, params, response_types),
    ...ciba(ctx),
    valetkey: { anyLoopbackRedirect: true, refreshTokens: 'offline_access', requirePkce: false },
  }
}

function grantTypes(
  known: ClientMetadata | undefined,
  ctx: KoaContextWithOIDC,
  params: Params,
  response_types: readonly string[],
): string[] {
  const implied = response_types.flatMap((type) =>
    type.includes('code') ? ['authorization_code', 'refresh_token'] : [],
  )
  const implicit = response_types.some((type) => type.includes('token')) ? ['implicit'] : []
  const named = ctx.oidc.route === 'token' ? GRANT_TYPES.find((grant) => grant === params['grant_type']) : undefined
  const asked = [GRANT_BY_ROUTE[ctx.oidc.route], named].filter((grant) => grant !== undefined)
  return [...new Set([...(known?.grant_types ?? []), ...implied, ...implicit, ...asked, ...withRefresh(asked)])]
}

function withRefresh(grants: readonly string[]): string[] {
  return grants.some((grant) => grant !== 'client_credentials') ? ['refresh_token'] : []
}

function ciba(ctx: KoaContextWithOIDC): Partial<ClientMetadata> {
  return ctx.oidc.route === 'backchannel_authentication' ? { backchannel_token_delivery_mode: 'poll' } : {}
}

/** A signed assertion cannot be checked without the key, so a client that sends one has to be registered. */
function sentAuthentication(ctx: KoaContextWithOIDC, params: Params): Partial<ClientMetadata> | 'unlearnable' {
  if (params['client_assertion'] !== undefined) return 'unlearnable'
  const secret = typeof params['client_secret'] === 'string' ? params['client_secret'] : basicCredentials(ctx)?.secret
  if (!secret) return {}
  return {
    client_secret: secret,
    token_endpoint_auth_method: params['client_secret'] ? 'client_secret_post' : 'client_secret_basic',
  }
}

function sentParams(ctx: KoaContextWithOIDC): Params {
  return ctx.oidc.params ?? ctx.oidc.body ?? ctx.query
}

function sentClientId(ctx: KoaContextWithOIDC, params: Params): unknown {
  return params['client_id'] ?? basicCredentials(ctx)?.id
}

export function basicCredentials(ctx: KoaContextWithOIDC): { id: string; secret: string } | undefined {
  const [scheme, encoded] = ctx.get('authorization').split(' ')
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return undefined
  const [id, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  try {
    return { id: formDecode(id ?? ''), secret: formDecode(secret.join(':')) }
  } catch {
    return undefined
  }
}

function formDecode(value: string): string {
  return decodeURIComponent(value.replaceAll('+', '%20'))
}

/** Only what oidc-provider would accept in a registration: one bad request must not spoil the client for good ones. */
function acceptableAddress(uri: unknown): string | undefined {
  if (typeof uri !== 'string' || !URL.canParse(uri) || uri.includes('#') || uri.length > 2000) return undefined
  if (uri.startsWith('http:')) return isLoopbackHttp(uri) ? uri : undefined
  return /^(javascript|vbscript|data|blob|file|about):/i.test(uri) ? undefined : uri
}

function isPrivateScheme(uri: string): boolean {
  return !uri.startsWith('http:') && !uri.startsWith('https:')
}

function sentType(params: Params): string | undefined {
  const type = params['response_type']
  return RESPONSE_TYPES.find((known) => typeof type === 'string' && sameWords(known, type))
}

function sameWords(a: string, b: string): boolean {
  return a.split(' ').sort().join(' ') === b.split(' ').sort().join(' ')
}

function isMetadataDocument(client_id: string): boolean {
  return client_id.startsWith('https://')
}

function union(known: readonly string[] | undefined, more: string | undefined): string[] {
  return [...new Set([...(known ?? []), ...(more === undefined ? [] : [more])])].slice(-MAX_ADDRESSES)
}
