/**
 * What would be given for a choice, without giving any of it: the shadow issuer gives it, and what it gave is taken apart
 * here. The tokens themselves are dropped: one that carries the issuer's signature opens doors, whoever asked for it.
 */
import { decodeJwt, decodeProtectedHeader } from 'jose'

import type { Preview, PreviewChoice, PreviewToken } from '#shared/contract/calls/tokens.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { ROUTES } from '#shared/oauth/protocol.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import { looksLikeJwt } from '../adaptations/jwt-access-tokens.ts'
import { membersOf } from '../call-in-process.ts'
import { claimsByScope } from '../accounts.ts'
import type { ProviderOptions } from '../provider.ts'
import { ask, type Members } from './ask.ts'
import { type ClaimContext, explainClaim, explainHeader } from './explain-claims.ts'
import { explainScopes } from './explain-scopes.ts'
import { createShadow, secretOf, type Shadow } from './shadow.ts'

export type PreviewTokens = (choice: PreviewChoice) => Promise<Preview>

export function createPreview(options: ProviderOptions): PreviewTokens {
  const { store, issuer } = options
  return async (choice) => {
    const client = options.clients.find(choice.client_id)
    if (!client) return refuseUnknown('client_id', `no application is registered as ${choice.client_id}`)
    const user = choice.user === undefined ? undefined : store.users.get(choice.user)
    if (choice.user !== undefined && !user) return refuseUnknown('user', `there is no user ${choice.user}`)
    const shadow = createShadow({ options, client, user })
    try {
      const { given, refused } = await ask({ shadow, issuer, client, user, choice })
      const claims = { store, issuer, client, user, choice, byScope: claimsByScope(store.users.list()) }
      if (refused) return { refused, scopes: explainScopes(claims, undefined), refreshToken: false }
      return await takeApart(claims, shadow, given)
    } finally {
      shadow.close()
    }
  }
}

/** The issuer would not even look at the rest. */
function refuseUnknown(setting: string, reason: string): Preview {
  const error = setting === 'user' ? 'access_denied' : 'invalid_client'
  return { refused: { endpoint: ROUTES.token, error, reason }, scopes: [], refreshToken: false }
}

async function takeApart(context: ClaimContext, shadow: Shadow, given: Members): Promise<Preview> {
  const { access_token, id_token, refresh_token } = given
  const accessToken =
    typeof access_token === 'string' ? await readAccessToken(context, shadow, access_token) : undefined
  const granted = { ...context, api: audienceOf(accessToken) }
  const scope = memberOf(accessToken, 'scope') ?? given['scope'] ?? context.choice.scope.join(' ')
  return {
    scopes: explainScopes(granted, { scope: splitScope(scope), given }),
    ...(granted.api !== undefined && { api: granted.api }),
    ...(typeof id_token === 'string' && { idToken: readIdToken(granted, id_token, given) }),
    ...(accessToken && { accessToken: explainToken(granted, 'access_token', accessToken) }),
    ...(typeof access_token === 'string' && (await readUserInfo(granted, shadow, access_token))),
    refreshToken: typeof refresh_token === 'string',
  }
}

interface ReadToken {
  readonly format: PreviewToken['format']
  readonly header: Members
  readonly claims: Members
}

/** What an opaque token stands for is said by introspection alone. */
async function readAccessToken(
  { issuer, client }: { issuer: string; client: ClientMetadata },
  shadow: Shadow,
  token: string,
): Promise<ReadToken> {
  if (looksLikeJwt(token)) return readJwt(token)
  const answer = await shadow.call({
    method: 'POST',
    url: `${issuer}${ROUTES.introspection}`,
    form: { token, client_id: client.client_id, client_secret: secretOf(client) },
  })
  const { active: _active, ...claims } = membersOf(answer)
  return { format: 'opaque', header: {}, claims }
}

function readIdToken(context: ClaimContext, token: string, given: Members): PreviewToken {
  if (!looksLikeJwt(token)) {
    // Encrypted for the client, so that nobody here can read it either.
    return { format: 'opaque', header: [], members: [], withheld: [] }
  }
  return explainToken({ ...context, given }, 'id_token', readJwt(token))
}

async function readUserInfo(
  context: ClaimContext,
  shadow: Shadow,
  token: string,
): Promise<{ userInfo?: PreviewToken }> {
  const answer = await shadow.call({
    method: 'GET',
    url: `${context.issuer}${ROUTES.userinfo}`,
    headers: { authorization: `Bearer ${token}` },
  })
  if (answer.status >= 400) return {}
  const read = looksLikeJwt(answer.body)
    ? readJwt(answer.body)
    : { format: 'json' as const, header: {}, claims: membersOf(answer) }
  return { userInfo: explainToken(context, 'userinfo', read) }
}

function readJwt(jwt: string): ReadToken {
  return { format: 'jwt', header: { ...decodeProtectedHeader(jwt) }, claims: decodeJwt(jwt) }
}

function explainToken(
  context: ClaimContext,
  kind: 'id_token' | 'access_token' | 'userinfo',
  { format, header, claims }: ReadToken,
): PreviewToken {
  return {
    format,
    header: Object.entries(header).map(([name, value]) => explainHeader(context, kind, name, value)),
    members: Object.entries(claims).map(([name, value]) => explainClaim(context, kind, name, value)),
    withheld: kind === 'access_token' ? [] : listWithheld(context, claims),
  }
}

/** What the user has and another scope would release. */
function listWithheld({ user, byScope }: ClaimContext, claims: Members): PreviewToken['withheld'] {
  return Object.keys(user?.claims ?? {}).flatMap((name) => {
    const scope = Object.entries(byScope).find(([, released]) => released?.includes(name))?.[0]
    return name in claims || scope === undefined ? [] : [{ name, scope }]
  })
}

function audienceOf(token: ReadToken | undefined): string | undefined {
  const aud = token?.claims['aud']
  return typeof aud === 'string' ? aud : undefined
}

function memberOf(token: ReadToken | undefined, name: string): unknown {
  return token?.claims[name]
}
