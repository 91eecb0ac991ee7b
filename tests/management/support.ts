/** What the tests of the management API share: a running program and a caller that holds its token. */
import { request as httpRequest } from 'node:http'

import { useIssuer, type Issuer, type IssuerSetup } from '../protocol/support.ts'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; an empty object where it is none. */
  readonly json: Json
}

export type Json = Readonly<Record<string, unknown>>

export interface CallOptions {
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Left out: the right one. Null: none. */
  readonly token?: string | null
}

export interface Management {
  readonly issuer: Issuer
  /** Of the API, such as `http://localhost:4401/api/v1`. */
  readonly url: string
  call(method: string, path: string, options?: CallOptions): Promise<Reply>
  get(path: string): Promise<Reply>
  /** The entity's version, for If-Match. */
  etag(path: string): Promise<string>
}

export function useManagement(setup: IssuerSetup = {}): Management {
  const issuer = useIssuer(setup)
  const url = () => issuer.program.ready.api

  async function call(method: string, path: string, { body, headers = {}, token }: CallOptions = {}): Promise<Reply> {
    const sent = token === undefined ? issuer.program.ready.token : token
    const response = await fetch(`${url()}${path}`, {
      method,
      headers: {
        ...(sent !== null && { authorization: `Bearer ${sent}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return readReply(response)
  }

  return {
    issuer,
    get url() {
      return url()
    },
    call,
    get: (path) => call('GET', path),
    async etag(path) {
      return (await call('GET', path)).headers.get('etag') ?? ''
    },
  }
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
  return { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as Json) : {} }
}

export function itemsOf({ json }: Reply): readonly Json[] {
  return Array.isArray(json['items']) ? (json['items'] as Json[]) : []
}

/** `fetch` does not let anybody choose these headers. */
export function rawRequest(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end()
  })
}

export const ORGANIZER_PATH = `/apis/${encodeURIComponent('https://organizer.test/api')}`
