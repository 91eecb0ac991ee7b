import { demoCalls } from '../flows/demo-calls.ts'
import type { FlowApiCall } from '../flows/flow.ts'
import { type AuthMethod, authMethodOf } from '../flows/authenticate.ts'
import type { Api } from '../model/api.ts'
import { type ClientMetadata, clientSettings } from '../model/client.ts'
import { isLoopbackHttp, sameLoopbackAddress } from '../oauth/loopback.ts'
import { GRANT } from '../oauth/protocol.ts'
import { isOidcScope, splitScope } from '../oauth/scope.ts'
import type { ChosenRedirect } from './quick-start.ts'

export interface QuickStartWorld {
  readonly issuer: string
  /** Where the playground's own screens are: an address there is not the application's. */
  readonly screens?: string | undefined
  readonly apis: readonly Api[]
  /** The identifier of the API that it is to call; anything else for none. Left out: the one that fits best. */
  readonly api?: string | undefined
  /** Only where the person has asked to see it. */
  readonly secret?: string | undefined
}

/** What code for an application is written from. */
export interface AppFacts {
  readonly issuer: string
  readonly client_id: string
  readonly name: string
  readonly metadata: ClientMetadata
  readonly method: AuthMethod
  readonly secret: string | undefined
  readonly isNative: boolean
  /** What is asked for when a user signs in. */
  readonly scope: readonly string[]
  readonly hasOpenid: boolean
  /** Whom the access token is for; without one, UserInfo. */
  readonly api: Api | undefined
  /** Those of the scopes that are the API's. */
  readonly apiScope: readonly string[]
  /** Something to be read that the token is good for, where the API is one that comes with the program. */
  readonly call: FlowApiCall | undefined
  /** The same of an API that speaks the Model Context Protocol. */
  readonly toolCall: FlowApiCall | undefined
  readonly hasGrant: (grant: string) => boolean
  readonly chooseRedirect: (wish: RedirectWish) => ChosenRedirect
  /** A registered one on the same origin. */
  readonly findPostLogout: (redirect: string) => string | undefined
}

export interface RedirectWish {
  /** Where nothing is registered that could be listened on. */
  readonly usual: string
  /** A framework's own, where it has one. */
  readonly path?: string
}

export function readFacts(metadata: ClientMetadata, world: QuickStartWorld): AppFacts {
  const { client_id, client_name } = metadata
  const api = chooseApi(metadata, world)
  const grants = metadata.grant_types ?? [GRANT.authorizationCode]
  const hasGrant = (grant: string) => grants.includes(grant)
  const apiScope = scopesAt(metadata, api)
  const calls = (api && demoCalls(world.issuer, api.identifier)) ?? []
  const allowed = calls.filter((call) => apiScope.includes(call.scope))
  const scope = [...openidScopes(metadata, hasGrant(GRANT.refreshToken)), ...apiScope]
  return {
    issuer: world.issuer,
    client_id,
    name: client_name ?? client_id,
    metadata,
    method: authMethodOf(metadata),
    secret: world.secret,
    isNative: metadata.application_type === 'native',
    scope,
    hasOpenid: scope.includes('openid'),
    api,
    apiScope,
    call: allowed.find(({ method }) => method === 'GET'),
    toolCall: allowed.find(({ url }) => url.endsWith('/mcp')),
    hasGrant,
    chooseRedirect: (wish) => chooseRedirect(metadata, world.screens, wish),
    findPostLogout: (redirect) =>
      metadata.post_logout_redirect_uris?.find((uri) => URL.parse(uri)?.origin === URL.parse(redirect)?.origin),
  }
}

/** The APIs that it may ask for; any, where it names no scope. */
export function listApis(metadata: ClientMetadata, apis: readonly Api[]): readonly Api[] {
  return apis.filter((api) => metadata.scope === undefined || scopesAt(metadata, api).length > 0)
}

function chooseApi(metadata: ClientMetadata, { apis, api: wanted }: QuickStartWorld): Api | undefined {
  if (wanted !== undefined) return apis.find(({ identifier }) => identifier === wanted)
  const { defaultApi } = clientSettings(metadata)
  const byDefault = apis.find(({ identifier }) => identifier === defaultApi)
  if (byDefault !== undefined) return byDefault
  const isMachine = metadata.grant_types?.includes(GRANT.clientCredentials) === true
  // One with users that names no scope is happy with who they are; a machine that calls nothing has no use for a token.
  return metadata.scope === undefined && !isMachine ? undefined : listApis(metadata, apis)[0]
}

function scopesAt({ scope }: ClientMetadata, api: Api | undefined): readonly string[] {
  const names = api?.scopes.map(({ name }) => name) ?? []
  if (scope === undefined) return names
  const allowed = splitScope(scope)
  return names.filter((name) => allowed.includes(name))
}

function openidScopes({ scope }: ClientMetadata, hasRefresh: boolean): readonly string[] {
  if (scope === undefined) return ['openid', 'profile', 'email', ...(hasRefresh ? ['offline_access'] : [])]
  return splitScope(scope).filter((name) => isOidcScope(name) && (hasRefresh || name !== 'offline_access'))
}

function chooseRedirect(
  { redirect_uris = [], application_type, valetkey }: ClientMetadata,
  screens: string | undefined,
  { usual, path }: RedirectWish,
): ChosenRedirect {
  const own = redirect_uris.filter((uri) => isLoopbackHttp(uri) && new URL(uri).search === '' && !isOurs(uri, screens))
  const fitting = own.find((uri) => path === undefined || new URL(uri).pathname === path)
  if (fitting !== undefined) return { uri: fitting, isRegistered: true }
  const [first] = own
  const uri = first === undefined || path === undefined ? usual : new URL(path, first).href
  const isKnown = application_type === 'native' && redirect_uris.some((one) => sameLoopbackAddress(uri, one))
  return { uri, isRegistered: isKnown || valetkey?.anyLoopbackRedirect === true }
}

/** The playground's own page, on the port it is registered by or the one that it has. */
function isOurs(uri: string, screens: string | undefined): boolean {
  const origins = ['http://localhost:4401', ...(screens === undefined ? [] : [URL.parse(screens)?.origin])]
  return origins.includes(new URL(uri).origin)
}
