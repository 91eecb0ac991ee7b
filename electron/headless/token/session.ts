import * as oauth from 'oauth4webapi'

import { chooseClientAuth } from './client-auth.ts'
import { discover } from './discover.ts'
import { createFetch } from './fetch.ts'
import type { TokenRequest } from './token-request.ts'

/** The person at the terminal, for the grants that need one. */
export interface Person {
  tell(message: string): void
  open(url: string): void
}

/** What every grant has in hand when it starts. */
export interface Session {
  readonly request: TokenRequest
  readonly as: oauth.AuthorizationServer
  readonly client: oauth.Client
  readonly auth: oauth.ClientAuth
  /** For every call that oauth4webapi makes. */
  readonly http: HttpOptions
  readonly person: Person
}

export interface HttpOptions {
  readonly [oauth.customFetch]: ReturnType<typeof createFetch>
  readonly [oauth.allowInsecureRequests]: true
  readonly signal: AbortSignal
}

export async function openSession(request: TokenRequest, person: Person, signal: AbortSignal): Promise<Session> {
  const http: HttpOptions = {
    [oauth.customFetch]: createFetch(request.insecureHttp),
    // Which addresses may be http is for the fetch above to say: it sees each of them.
    [oauth.allowInsecureRequests]: true,
    signal,
  }
  const as = await discover(request.issuer, http)
  const client: oauth.Client = { client_id: request.client }
  return { request, as, client, auth: await chooseClientAuth(request, as), http, person }
}

/** The parameters that every grant can have. */
export function commonParams({ scope, resources, audiences }: TokenRequest): URLSearchParams {
  const params = new URLSearchParams(scope === undefined ? {} : { scope })
  for (const resource of resources) params.append('resource', resource)
  for (const audience of audiences) params.append('audience', audience)
  return params
}
