import type { IncomingMessage } from 'node:http'

import type { BackendSessions } from './backend-sessions.ts'
import type { Annotate } from './issuer/annotate.ts'
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
  /** Told of each request what only the API knows of it. */
  readonly annotate: Annotate | undefined
  readonly sessions: BackendSessions
}

export async function loadDemoApis(parts: DemoApisParts): Promise<Handler> {
  const [{ createResourceServer }, { getRequestListener }] = await Promise.all([
    import('./resource-server/resource-server.ts'),
    import('@hono/node-server'),
  ])
  const incoming = new WeakMap<Request, IncomingMessage>()
  const { fetch } = createResourceServer({
    issuer: parts.issuer,
    issuerEndpoint: parts.issuerEndpoint,
    introspectionClient: parts.client,
    isRevoked: parts.running.isRevoked,
    apis: parts.store.apis.list,
    now: parts.store.issuerNow,
    fetch: parts.fetch,
    onRefused: (request, error) => {
      const message = incoming.get(request)
      if (message) parts.annotate?.(message, { error })
    },
    sessions: parts.sessions,
  })
  const listener = getRequestListener((request, env) => {
    if ('socket' in env.incoming) incoming.set(request, env.incoming as IncomingMessage)
    return fetch(request)
  })
  return (request, response) => void listener(request, response)
}
