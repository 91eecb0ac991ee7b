import { errors, type Account, type ResourceServerInstance, type UnknownObject } from 'oidc-provider'

import { GRANT } from '#shared/oauth/protocol.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'

import { issuerSeconds } from '../adaptations/moved-clock.ts'
import { settingsOf } from '../clients.ts'
import {
  applyRefreshTokenBindings,
  buildTokenResponse,
  checkDpopReplay,
  checkDpopRequired,
  resolveRequestedResources,
  validateDpop,
} from '../adaptations/internals.ts'
import { setExtraClaims } from './extra-claims.ts'
import type { GrantContext } from './grant-type.ts'

export interface IssueOptions {
  readonly gty: string
  /** Whom the tokens are about: a user, or for delegation between services also a client. */
  readonly subject: string
  /** Left out where the subject is no user here: there is then neither ID token nor refresh token. */
  readonly account?: Account | undefined
  readonly acr?: string | undefined
  readonly amr?: string[] | undefined
  /** Claims of the access token alone, such as `act`. */
  readonly extraClaims?: UnknownObject | undefined
  readonly issuedTokenType?: string | undefined
}

/** The common end of the extension grants: what was asked for and may be had becomes a grant, and the grant tokens. */
export async function issueTokens(ctx: GrantContext, options: IssueOptions): Promise<void> {
  const { provider, client } = ctx.oidc
  const dpop = await validateDpop(provider, ctx)
  checkDpopRequired(provider, ctx, dpop)
  const resource = await requestedResource(ctx)
  const scopes = allowedScopes(ctx, resource, options.account !== undefined)
  const grantId = await saveGrant(ctx, options.subject, scopes, resource)

  const accessToken = new provider.AccessToken({
    accountId: options.subject,
    client,
    gty: options.gty,
    grantId,
    resourceServer: resource,
    scope: scopes.join(' '),
  })
  if (options.extraClaims) setExtraClaims(accessToken, options.extraClaims)
  await checkDpopReplay(provider, ctx, dpop, client.clientId)
  if (dpop) accessToken.setThumbprint('jkt', dpop.thumbprint)
  setEntity(ctx, 'AccessToken', accessToken)
  if (options.account) setEntity(ctx, 'Account', options.account)

  ctx.body = buildTokenResponse(provider, {
    accessToken: await accessToken.save(),
    expiresIn: accessToken.expiration,
    tokenType: accessToken.tokenType,
    scope: scopes.join(' ') || undefined,
    issuedTokenType: options.issuedTokenType,
    refreshToken: await issueRefreshToken(ctx, options, accessToken, scopes, resource),
    idToken: await issueIdToken(ctx, options, scopes),
  })
}

async function requestedResource(ctx: GrantContext): Promise<ResourceServerInstance | undefined> {
  const [resource, ...more] = await resolveRequestedResources(ctx.oidc.provider, ctx)
  if (more.length > 0) throw new errors.InvalidTarget('only a single resource can be requested for this grant_type')
  return resource
}

function allowedScopes(ctx: GrantContext, resource: ResourceServerInstance | undefined, isUser: boolean): string[] {
  const mayRefresh = isUser && ctx.oidc.client.grantTypeAllowed(GRANT.refreshToken)
  return [...new Set(splitScope(ctx.oidc.params.scope))].filter((scope) => {
    if (scope === 'offline_access') return mayRefresh
    return isOidcScope(scope) ? isUser : resource?.scopes.has(scope)
  })
}

async function saveGrant(
  ctx: GrantContext,
  accountId: string,
  scopes: string[],
  resource: ResourceServerInstance | undefined,
): Promise<string> {
  const grant = new ctx.oidc.provider.Grant({ accountId, clientId: ctx.oidc.client.clientId })
  grant.addOIDCScope(scopes.filter(isOidcScope))
  if (resource) grant.addResourceScope(resource.identifier(), scopes)
  setEntity(ctx, 'Grant', grant)
  return grant.save()
}

/** Lets the recorder, and hooks such as `extraTokenClaims`, see what the request is about. */
function setEntity(ctx: GrantContext, key: string, value: unknown): void {
  const oidc = ctx.oidc as unknown as { entity(key: string, value: unknown): void }
  oidc.entity(key, value)
}

async function issueRefreshToken(
  ctx: GrantContext,
  { account, gty, acr, amr }: IssueOptions,
  accessToken: InstanceType<GrantContext['oidc']['provider']['AccessToken']>,
  scopes: readonly string[],
  resource: ResourceServerInstance | undefined,
): Promise<string | undefined> {
  const { provider, client } = ctx.oidc
  const always = settingsOf(client).refreshTokens === 'always'
  const asked = client.grantTypeAllowed(GRANT.refreshToken) && (always || scopes.includes('offline_access'))
  if (!account || !asked) return undefined
  const refreshToken = new provider.RefreshToken({
    accountId: account.accountId,
    acr,
    amr,
    authTime: issuerSeconds(),
    client,
    grantId: accessToken.grantId,
    gty,
    resource: resource?.identifier(),
    rotations: 0,
    scope: scopes.join(' '),
  })
  await applyRefreshTokenBindings(provider, ctx, accessToken, refreshToken)
  return refreshToken.save()
}

async function issueIdToken(
  ctx: GrantContext,
  { account, acr, amr }: IssueOptions,
  scopes: readonly string[],
): Promise<string | undefined> {
  if (!account || !scopes.includes('openid')) return undefined
  const scope = scopes.filter(isOidcScope).join(' ')
  const claims = await account.claims('id_token', scope, {}, [])
  const idToken = new ctx.oidc.provider.IdToken({ ...claims, acr, amr, auth_time: issuerSeconds() }, { ctx })
  Object.assign(idToken, { scope, mask: { acr: null, amr: null, auth_time: null }, rejected: [] })
  return idToken.issue({ use: 'idtoken' })
}
