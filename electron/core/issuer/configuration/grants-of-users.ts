import { type Grant, type KoaContextWithOIDC } from 'oidc-provider'

import type { Store } from '../../store/store.ts'
import { skipsConsent } from './policies.ts'

/** The grant of this session and client; a first-party client gets one with all that it asks for, without a page. */
export function createLoadExistingGrant(store: Store) {
  return (ctx: KoaContextWithOIDC) => loadExistingGrant(store, ctx)
}

async function loadExistingGrant(store: Store, ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, result, provider } = ctx.oidc
  if (!client || !session) return undefined
  const grantId = result?.consent?.grantId ?? session.grantIdFor(client.clientId)
  const grant = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  return skipsConsent(store, client) ? grantEverything(ctx, grant) : grant
}

async function grantEverything(ctx: KoaContextWithOIDC, existing: Grant | undefined): Promise<Grant> {
  const { client, account, provider, requestParamOIDCScopes, requestParamScopes, requestParamClaims } = ctx.oidc
  const grant = existing ?? new provider.Grant({ clientId: client?.clientId, accountId: account?.accountId })
  grant.addOIDCScope(requestParamOIDCScopes)
  grant.addOIDCClaims(requestParamClaims)
  for (const [resource, server] of Object.entries(ctx.oidc.resourceServers ?? {})) {
    grant.addResourceScope(resource, requestParamScopes.intersection(server.scopes))
  }
  await grant.save()
  return grant
}
