import { demoCalls } from '#shared/flows/demo-calls.ts'
import { isLoopbackHttp } from '#shared/oauth/loopback.ts'
import { RESOURCE_SERVER_PORT } from '#shared/quick-start/resource-server/build-resource-server.ts'
import { listRoutes } from '#shared/quick-start/resource-server/routes.ts'

import type { ApiView } from '../../../stores/stores.ts'

/** What can be called with the token. */
export interface TrialCall {
  readonly title: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: string | undefined
  /** What it needs. */
  readonly scope?: string | undefined
}

/** Those of the API that comes with the program; else those of the resource server that is shown as code. */
export function listCalls(issuer: string, api: ApiView): readonly TrialCall[] {
  const calls = demoCalls(issuer, api.identifier)
  if (calls !== undefined) return calls.map((call) => ({ ...call, method: call.method === 'POST' ? 'POST' : 'GET' }))
  return listRoutes(api).map(({ method, path, scope }) => {
    const url = `http://localhost:${RESOURCE_SERVER_PORT}${path}`
    return { title: `${method} ${path}`, method, url, scope }
  })
}

/** Whoever answers gets a token that is good, so one that is not on this machine is asked about. */
export function isElsewhere(url: string, issuer: string): boolean {
  return URL.canParse(url) && !isLoopbackHttp(url) && new URL(url).origin !== new URL(issuer).origin
}
