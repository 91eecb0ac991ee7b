/**
 * JWT access tokens are not stored: their signature, their `jti` and a list of revoked ones say all there is to know.
 * The `jti` of a user's token ends in the grant that it hangs on, so that a revoked grant takes its tokens with it.
 *
 * oidc-provider refuses to introspect or revoke a JWT and accepts none at UserInfo. Here all three work: a JWT is
 * recognised where the library looks a token up, verified, and handed over as the token that it is.
 */
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose'
import { type AccessToken, type ClientCredentials, type KoaContextWithOIDC, Provider } from 'oidc-provider'

import type { Store } from '../../store/store.ts'
import { onClientKnown } from './internals.ts'
import { issuerDate } from './moved-clock.ts'
import { publicJwks } from '../signing/keys.ts'
import { findRequestedClaims } from './requested-claims.ts'

type TokenModel = { find(value: string, options?: object): Promise<unknown> }

/** A stand-in for a JWT in `token`, which the library would otherwise refuse by its shape. */
const ALIAS = 'jwt-access-token'
const TOKEN_ENDPOINTS = new Set(['introspection', 'revocation'])

export interface VerifiedAccessToken extends JWTPayload {
  readonly jti: string
  readonly sub: string
  readonly exp: number
  readonly client_id: string
  readonly scope?: string
  readonly cnf?: { readonly jkt?: string }
}

export interface JwtAccessTokens {
  /** Undefined unless it is one of ours, unexpired and not revoked. */
  verify(jwt: string): Promise<VerifiedAccessToken | undefined>
  /** Itself, through its grant, or, when the client is named, through the client that it was issued to. */
  isRevoked(jti: string, client_id?: unknown): boolean
}

export function createJwtAccessTokens(store: Store, issuer: string): JwtAccessTokens {
  const jwks = createLocalJWKSet(publicJwks(store) as Parameters<typeof createLocalJWKSet>[0])

  function isRevoked(jti: string, client_id?: unknown): boolean {
    const grantId = grantIdOf(jti)
    if (store.revokedTokens.has(jti) || isGone(client_id)) return true
    return grantId !== undefined && store.records.find('Grant', grantId) === undefined
  }

  /** A client that is known by its metadata document is nowhere stored. */
  function isGone(client_id: unknown): boolean {
    const isStored = typeof client_id === 'string' && !client_id.startsWith('https://')
    return isStored && store.clients.get(client_id) === undefined
  }

  async function verify(jwt: string): Promise<VerifiedAccessToken | undefined> {
    try {
      const currentDate = issuerDate()
      const { payload } = await jwtVerify(jwt, jwks, { issuer, typ: 'at+jwt', clockTolerance: 0, currentDate })
      return isAccessToken(payload) && !isRevoked(payload.jti, payload.client_id) ? payload : undefined
    } catch {
      return undefined
    }
  }

  return { verify, isRevoked }
}

export function recogniseJwtAccessTokens(provider: Provider, store: Store, tokens: JwtAccessTokens): void {
  const presented = new WeakMap<KoaContextWithOIDC, string>()

  onClientKnown(provider, (ctx) => {
    const { params, route } = ctx.oidc
    if (!TOKEN_ENDPOINTS.has(route) || !params || typeof params['token'] !== 'string') return
    if (params['token'] === ALIAS || !looksLikeJwt(params['token'])) return
    presented.set(ctx, params['token'])
    params['token'] = ALIAS
  })

  async function findJwt(value: string): Promise<VerifiedAccessToken | undefined> {
    const ctx = Provider.ctx
    const jwt = value === ALIAS && ctx ? presented.get(ctx) : value
    return jwt !== undefined && looksLikeJwt(jwt) ? tokens.verify(jwt) : undefined
  }

  replaceFind(provider.AccessToken, async (find, value, options) => {
    const payload = await findJwt(value)
    if (payload && grantIdOf(payload.jti)) return fromPayload(provider.AccessToken, payload, store)
    return find(value, options)
  })
  acceptApiTokensAtUserInfo(provider)
  replaceFind(provider.ClientCredentials, async (find, value, options) => {
    const payload = await findJwt(value)
    if (payload && !grantIdOf(payload.jti)) return fromPayload(provider.ClientCredentials, payload, store)
    return find(value, options)
  })
  appendGrantToJti(provider)
}

function replaceFind(
  model: TokenModel,
  replacement: (find: TokenModel['find'], value: string, options?: object) => Promise<unknown>,
): void {
  const find = model.find.bind(model)
  model.find = (value, options) =>
    value === ALIAS || looksLikeJwt(value) ? replacement(find, value, options) : find(value, options)
}

/** A token for an API is good at UserInfo too when it carries `openid`; the library insists on one without audience. */
function acceptApiTokensAtUserInfo(provider: Provider): void {
  const model = provider.AccessToken as TokenModel
  const find = model.find.bind(model)
  model.find = async (value, options) => {
    const token = await find(value, options)
    const isForUserInfo = Provider.ctx?.oidc.route === 'userinfo' && isTokenWithAudience(token)
    if (isForUserInfo && token.scopes.has('openid')) token.aud = undefined
    return token
  }
}

function isTokenWithAudience(token: unknown): token is { scopes: Set<string>; aud: unknown } {
  return typeof token === 'object' && token !== null && 'aud' in token && 'scopes' in token
}

type TokenClass = typeof AccessToken | typeof ClientCredentials

function fromPayload(model: TokenClass, payload: VerifiedAccessToken, store: Store): unknown {
  const { iss: _iss, sub, aud, jti, iat, exp, client_id, scope, cnf, authorization_details, ...extra } = payload
  const Model = model as unknown as new (properties: object) => { destroy(): Promise<void> }
  const token = new Model({
    kind: model.name,
    jti,
    iat,
    exp,
    aud,
    scope,
    clientId: client_id,
    rar: authorization_details,
    jkt: cnf?.jkt,
    extra,
    ...(model.name === 'AccessToken' && {
      accountId: sub,
      grantId: grantIdOf(jti),
      claims: findRequestedClaims(store, jti),
    }),
  })
  token.destroy = async () => store.revokedTokens.add(jti, exp)
  return token
}

const GRANT_SEPARATOR = '.'

function appendGrantToJti(provider: Provider): void {
  const prototype = provider.AccessToken.prototype as unknown as {
    format?: string
    grantId?: string
    generateTokenId(): string
  }
  const { generateTokenId } = prototype
  prototype.generateTokenId = function withGrant() {
    const id = generateTokenId.call(this)
    return this.format === 'jwt' && this.grantId ? `${id}${GRANT_SEPARATOR}${this.grantId}` : id
  }
}

function grantIdOf(jti: string): string | undefined {
  return jti.split(GRANT_SEPARATOR)[1]
}

export function looksLikeJwt(token: string): boolean {
  return token.startsWith('ey') && token.split('.').length === 3
}

function isAccessToken(payload: JWTPayload): payload is VerifiedAccessToken {
  return (
    typeof payload.jti === 'string' &&
    typeof payload.sub === 'string' &&
    typeof payload.exp === 'number' &&
    typeof payload['client_id'] === 'string'
  )
}
