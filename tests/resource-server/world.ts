import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Api } from '#shared/model/api.ts'
import { DEMO_APIS } from '#shared/model/demo-api.ts'
import type { DemoApiName } from '#shared/model/demo-api.ts'
import { type BackendSessions, createBackendSessions } from '../../electron/core/backend-sessions.ts'
import { createResourceServer } from '../../electron/core/resource-server/resource-server.ts'
import type { ResourceServer } from '../../electron/core/resource-server/resource-server.ts'
import { INTROSPECTION_CLIENT, startStandInIssuer } from './stand-in-issuer.ts'
import type { StandInIssuer } from './stand-in-issuer.ts'

const SCOPES: Readonly<Record<DemoApiName, string>> = {
  organizer:
    'read:appointments create:appointments delete:appointments read:contacts create:contacts delete:contacts read:tasks create:tasks delete:tasks',
  'world-mappers': 'geocode route',
  photobox: 'read:pictures create:pictures delete:pictures',
  agents: 'mcp:read mcp:tools',
}

/** The demo APIs on a port of their own, beside an issuer that is reached at another address than its public one. */
export interface World {
  readonly issuer: StandInIssuer
  /** The issuer identifier, which is also where the APIs are served. */
  readonly origin: string
  readonly revoked: Set<string>
  readonly sessions: BackendSessions
  identifier(name: DemoApiName): string
  /** A good access token; the changes make it a bad one. */
  token(name: DemoApiName, changes?: Record<string, unknown>): Promise<string>
  claims(name: DemoApiName, changes?: Record<string, unknown>): Record<string, unknown>
  get(path: string, init?: RequestInit): Promise<Response>
  /** With a good token of alice that has every scope. */
  call(name: DemoApiName, path: string, init?: RequestInit & { claims?: Record<string, unknown> }): Promise<Response>
  close(): Promise<void>
}

export async function startWorld(): Promise<World> {
  const issuer = await startStandInIssuer()
  const revoked = new Set<string>()
  const sessions = createBackendSessions()
  // The issuer's address holds the port, so the port comes first and the APIs that are told of it after.
  const behind: { apis?: ResourceServer } = {}
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: (request) => behind.apis?.fetch(request) ?? new Response(null, { status: 503 }),
  })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  behind.apis = createResourceServer({
    now: () => Date.now() / 1000,
    issuer: origin,
    issuerEndpoint: issuer.endpoint,
    introspectionClient: INTROSPECTION_CLIENT,
    isRevoked: (jti) => revoked.has(jti),
    sessions,
    call: (address, init) => fetch(address.href.replace(issuer.endpoint, origin), init),
    apis: () => DEMO_APIS.map(({ name, identifier }) => buildApi(name, identifier)),
  })

  let count = 0
  function claims(name: DemoApiName, changes: Record<string, unknown> = {}) {
    const now = Math.floor(Date.now() / 1000)
    count += 1
    return {
      iss: origin,
      aud: identifier(name),
      sub: 'alice',
      client_id: 'calendar-app',
      scope: SCOPES[name],
      iat: now,
      exp: now + 300,
      jti: `token-${count}`,
      ...changes,
    }
  }
  const token = (name: DemoApiName, changes?: Record<string, unknown>) => issuer.sign(claims(name, changes))
  const get = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init)

  return {
    issuer,
    origin,
    revoked,
    sessions,
    identifier,
    token,
    claims,
    get,
    call: async (name, path, { claims: changes, ...init } = {}) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${await token(name, changes)}`)
      return get(`/apis/${name}${path}`, { ...init, headers })
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        ;(server as Server).closeAllConnections()
      })
      await issuer.close()
    },
  }
}

function identifier(name: DemoApiName): string {
  return DEMO_APIS.find((api) => api.name === name)?.identifier ?? name
}

function buildApi(name: DemoApiName, apiIdentifier: string): Api {
  return {
    identifier: apiIdentifier,
    name: `The ${name} API`,
    tokenFormat: 'jwt',
    signingAlg: 'RS256',
    tokenLifetime: 3600,
    scopes: SCOPES[name].split(' ').map((scope) => ({ name: scope, description: `May ${scope}` })),
    authorizationDetailsTypes: [],
  }
}

export function json(body: unknown, method = 'POST'): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
