import { createLocalJWKSet, jwtVerify } from 'jose'
import { errors, type Provider, type UnknownObject } from 'oidc-provider'

import { GRANT } from '#shared/oauth/protocol.ts'

import type { Store } from '../../store/store.ts'
import { type JwtAccessTokens, looksLikeJwt } from '../adaptations/jwt-access-tokens.ts'
import { issuerDate } from '../adaptations/moved-clock.ts'
import { publicJwks } from '../signing/keys.ts'
import type { GrantContext, GrantType } from './grant-type.ts'
import { issueTokens } from './issue-tokens.ts'
import { optionalParam, requireParam } from './presence.ts'

const TOKEN_TYPE = {
  accessToken: 'urn:ietf:params:oauth:token-type:access_token',
  jwt: 'urn:ietf:params:oauth:token-type:jwt',
  idToken: 'urn:ietf:params:oauth:token-type:id_token',
} as const

interface Party {
  readonly sub: string
  /** Who acted for the subject before (RFC 8693 section 4.1). */
  readonly act?: UnknownObject | undefined
}

/** RFC 8693: a service that was called with a user's token gets one of its own to call the next service for the user. */
export const tokenExchangeGrant: GrantType = {
  grantType: GRANT.tokenExchange,
  parameters: [
    'subject_token',
    'subject_token_type',
    'actor_token',
    'actor_token_type',
    'requested_token_type',
    'scope',
    'audience',
    'resource',
  ],
  repeatable: ['resource'],
  createHandler: ({ provider, store, jwtAccessTokens }) => {
    const readToken = createTokenReader(provider, store, jwtAccessTokens)
    return async (ctx) => {
      assertRequestedType(ctx)
      const subject = await readToken(ctx, 'subject_token')
      const actor = optionalParam(ctx, 'actor_token') ? await readToken(ctx, 'actor_token') : undefined
      await issueTokens(ctx, {
        gty: GRANT.tokenExchange,
        subject: subject.sub,
        extraClaims: { act: buildActor(actor?.sub ?? ctx.oidc.client.clientId, subject.act) },
        issuedTokenType: TOKEN_TYPE.accessToken,
      })
    }
  },
}

function buildActor(sub: string, before: UnknownObject | undefined): UnknownObject {
  return before ? { sub, act: before } : { sub }
}

function assertRequestedType(ctx: GrantContext): void {
  const type = optionalParam(ctx, 'requested_token_type') ?? TOKEN_TYPE.accessToken
  if (type !== TOKEN_TYPE.accessToken && type !== TOKEN_TYPE.jwt) {
    throw new errors.InvalidRequest(`requested_token_type must be ${TOKEN_TYPE.accessToken} or ${TOKEN_TYPE.jwt}`)
  }
}

function createTokenReader(provider: Provider, store: Store, jwtAccessTokens: JwtAccessTokens) {
  return async (ctx: GrantContext, name: 'subject_token' | 'actor_token'): Promise<Party> => {
    const token = requireParam(ctx, name)
    const party = await readParty(token, requireParam(ctx, `${name}_type`), name)
    if (!party) throw new errors.InvalidRequest(`${name} is not a valid token of this issuer, or it has expired`)
    return party
  }

  function readParty(token: string, type: string, name: string): Promise<Party | undefined> {
    switch (type) {
      case TOKEN_TYPE.accessToken:
        return looksLikeJwt(token) ? readJwtAccessToken(token) : readOpaqueToken(token)
      case TOKEN_TYPE.jwt:
        return readJwtAccessToken(token)
      case TOKEN_TYPE.idToken:
        return readIdToken(token)
      default:
        throw new errors.InvalidRequest(`${name}_type must be one of ${Object.values(TOKEN_TYPE).join(', ')}`)
    }
  }

  async function readJwtAccessToken(token: string): Promise<Party | undefined> {
    const payload = await jwtAccessTokens.verify(token)
    return payload && { sub: payload.sub, act: payload['act'] as UnknownObject | undefined }
  }

  async function readOpaqueToken(token: string): Promise<Party | undefined> {
    const found = (await provider.AccessToken.find(token)) ?? (await provider.ClientCredentials.find(token))
    if (!found?.isValid) return undefined
    if (!('accountId' in found)) return { sub: String(found.clientId) }
    return store.records.find('Grant', found.grantId) && { sub: found.accountId, act: actOf(found.extra) }
  }

  async function readIdToken(token: string): Promise<Party | undefined> {
    try {
      const jwks = createLocalJWKSet(publicJwks(store) as Parameters<typeof createLocalJWKSet>[0])
      const { payload, protectedHeader } = await jwtVerify(token, jwks, {
        issuer: provider.issuer,
        currentDate: issuerDate(),
      })
      const isIdToken = protectedHeader.typ === undefined || protectedHeader.typ === 'JWT'
      return isIdToken && payload.sub !== undefined ? { sub: payload.sub } : undefined
    } catch {
      return undefined
    }
  }
}

function actOf(extra: UnknownObject | undefined): UnknownObject | undefined {
  return extra?.['act'] as UnknownObject | undefined
}
