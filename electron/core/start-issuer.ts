import { randomBytes } from 'node:crypto'

import type { BackendSessions } from './backend-sessions.ts'
import { createIssuer, type Issuer } from './issuer/create-issuer.ts'
import { createLazyHandler } from './listener/handlers.ts'
import { guardHost, ownHosts } from './listener/host-guard.ts'
import { type Asset, createIssuerRoutes } from './listener/issuer-routes.ts'
import { presentAs } from './listener/public-address.ts'
import { loadDemoApis } from './load-demo-apis.ts'
import type { CoreOptions } from './core.ts'
import type { Ports } from './open-ports.ts'
import type { Recorder } from './recorder/recorder.ts'
import type { Store } from './store/store.ts'

export interface IssuerParts {
  readonly options: CoreOptions
  readonly store: Store
  readonly keys: Promise<void>
  /** Left out: nothing is recorded. */
  readonly recorder: Recorder | undefined
  readonly ports: Ports
  readonly screens: readonly string[]
  readonly assets: (path: string) => Asset | undefined
  readonly onProblem: (message: string) => void
  readonly sessions: BackendSessions
}

/** The issuer and the demo APIs on their port, behind the guard of the Host and inside the recorder. */
export async function startIssuer(parts: IssuerParts): Promise<Issuer> {
  const { options, store, keys, recorder, ports, screens, assets, onProblem, sessions } = parts
  const { address, endpoint, number } = ports.issuer
  const client = { client_id: 'valetkey-demo-apis', client_secret: randomBytes(32).toString('base64url') }
  const fetch = recorder?.recordFetch(globalThis.fetch) ?? globalThis.fetch
  const issuer = await createIssuer({
    store,
    issuer: address,
    keys,
    behindProxy: options.issuer !== undefined,
    permissive: options.permissive ?? false,
    // A Content-Security-Policy cannot name an IPv6 address.
    screens: screens.filter((origin) => !origin.includes('[')),
    internalClients: [{ ...client, redirect_uris: [], grant_types: [], response_types: [] }],
    fetch,
    annotate: recorder?.annotate,
    onServerError: ({ method, path }, error) => onProblem(`${method} ${path} failed: ${describeError(error)}`),
  })
  const routes = createIssuerRoutes({
    issuer: issuer.handle,
    assets,
    demoApis: createLazyHandler(
      () =>
        loadDemoApis({
          issuer: address,
          issuerEndpoint: endpoint,
          running: issuer,
          store,
          client,
          fetch,
          annotate: recorder?.annotate,
          sessions,
        }),
      onProblem,
    ),
  })
  const present = options.issuer === undefined ? undefined : presentAs(address)
  const guarded = guardHost(ownHosts(number, options.issuer), (request, response) => {
    present?.(request)
    routes(request, response)
  })
  const recorded = recorder?.record(new URL(address).origin, guarded) ?? guarded
  // The fonts of the issuer's pages are no part of anybody's conversation.
  ports.issuer.serve((request, response) => {
    const handler = assets(request.url ?? '') === undefined ? recorded : guarded
    handler(request, response)
  })
  return issuer
}

/** The kind and the place, never the request: it may carry secrets. */
function describeError(error: Error): string {
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name}: ${error.message}${place ? ` (${place.trim()})` : ''}`
}
