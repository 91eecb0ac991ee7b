/** What became of each scope that was asked for, and why. */
import type { PreviewScope } from '#shared/contract/calls/tokens.ts'
import { GRANT } from '#shared/oauth/protocol.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'

import type { Members } from './ask.ts'
import { type ClaimContext, findApi } from './explain-claims.ts'

export interface Granted {
  readonly scope: readonly string[]
  readonly given: Members
}

/** Without an outcome the request was refused whole. */
export function explainScopes(context: ClaimContext, granted: Granted | undefined): PreviewScope[] {
  return context.choice.scope.map((scope) => {
    if (granted?.scope.includes(scope)) {
      return { scope, outcome: 'granted', why: 'granted', claims: releasedBy(context, scope) }
    }
    const why = explainDropped(context, scope)
    const isCulprit = why === 'unknown' || why === 'not_allowed'
    if (granted === undefined) return { scope, outcome: 'refused', why: isCulprit ? why : 'refused', claims: [] }
    return { scope, outcome: 'dropped', why, claims: [] }
  })
}

function explainDropped(
  { client, store, issuer, api, choice, user }: ClaimContext,
  scope: string,
): PreviewScope['why'] {
  const isKnown =
    isOidcScope(scope) || store.apis.list().some(({ scopes }) => scopes.some(({ name }) => name === scope))
  if (!isKnown) return 'unknown'
  if (client.scope !== undefined && !splitScope(client.scope).includes(scope)) return 'not_allowed'
  if (isOidcScope(scope) && !user) return 'no_user'
  if (scope === 'offline_access') {
    return client.grant_types?.includes(GRANT.refreshToken) === true ? 'not_answered' : 'no_refresh'
  }
  const target = api ?? choice.api ?? client.valetkey?.defaultApi
  const known = target === undefined ? undefined : findApi(store, issuer, target)
  if (!isOidcScope(scope) && !known?.scopes.some(({ name }) => name === scope)) return 'not_of_api'
  return 'not_answered'
}

function releasedBy({ user, byScope }: ClaimContext, scope: string): string[] {
  return (byScope[scope] ?? []).filter((name) => name === 'sub' || name in (user?.claims ?? {}))
}
