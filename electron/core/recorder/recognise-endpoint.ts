import type { Endpoint } from '#shared/model/exchange.ts'
import { ROUTES } from '#shared/oauth/protocol.ts'

const BY_PATH = new Map<string, Endpoint>([
  ...Object.entries(ROUTES).map(([name, path]) => [path, name as Endpoint] as const),
  ['/.well-known/openid-configuration', 'discovery'],
  ['/.well-known/oauth-authorization-server', 'discovery'],
  ['/approvals', 'approvals'],
])

const BY_PREFIX: readonly (readonly [prefix: string, endpoint: Endpoint])[] = [
  ['/authorize/', 'authorization'],
  ['/interaction/', 'interaction'],
  ['/sign-in-as', 'interaction'],
  ['/device/', 'code_verification'],
  ['/logout/', 'end_session'],
  ['/register/', 'registration'],
  ['/apis/', 'api'],
  ['/.well-known/oauth-protected-resource', 'resource_metadata'],
  ['/.well-known/', 'discovery'],
]

export function recogniseEndpoint(path: string): Endpoint {
  return BY_PATH.get(path) ?? BY_PREFIX.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'unknown'
}
