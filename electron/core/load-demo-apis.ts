import type { BackendSessions } from './backend-sessions.ts'
import type { Issuer } from './issuer/create-issuer.ts'
import type { Handler } from './listener/loopback-server.ts'
import type { Store } from './store/store.ts'

export interface DemoApisParts {
  readonly issuer: string
  /** Where this process reaches the issuer. */
  readonly issuerEndpoint: string
  readonly running: Issuer
  readonly store: Store
  readonly client: { readonly client_id: string; readonly client_secret: string }
  readonly fetch: typeof globalThis.fetch
  readonly sessions: BackendSessions
}

export async function loadDemoApis(parts: DemoApisParts): Promise<Handler> {
  const [{ createResourceServer }, { getRequestListener }] = await Promise.all([
    import('./resource-server/resource-server.ts'),
    import('@hono/node-server'),
  ])
  const { fetch } = createResourceServer({
    issuer: parts.issuer,
    issuerEndpoint: parts.issuerEndpoint,
    introspectionClient: parts.client,
    isRevoked: parts.running.isRevoked,
    apis: parts.store.apis.list,
    fetch: parts.fetch,
    sessions: parts.sessions,
  })
  const listener = getRequestListener(fetch)
  return (request, response) => void listener(request, response)
}
