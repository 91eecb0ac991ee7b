/**
 * A request to the issuer that never leaves this process: the same handler, the same answer, no socket and no record.
 * What the program itself wants to know of its issuer is no part of anybody's conversation.
 */
import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http'
import { duplexPair } from 'node:stream'

import { mountOf } from './mount.ts'

export interface InnerRequest {
  readonly method: 'GET' | 'POST'
  /** The whole address, as a client writes it. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
}

export interface InnerAnswer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void

/** Below a path, the issuer is handed the rest of it; see `mount.ts`. */
export function mountHandle(
  issuer: string,
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
): Handle {
  const mount = mountOf(issuer)
  return (request: IncomingMessage & { originalUrl?: string }, response) => {
    request.originalUrl = request.url ?? '/'
    request.url = request.originalUrl.slice(mount.length)
    void handle(request, response)
  }
}

export async function callInProcess(
  handle: Handle,
  { method, url, headers, form }: InnerRequest,
): Promise<InnerAnswer> {
  const { host, pathname, protocol, search } = new URL(url)
  const [near, far] = duplexPair()
  const server = createServer(handle)
  server.emit('connection', far)
  try {
    const body = form === undefined ? undefined : new URLSearchParams(form).toString()
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const request = openRequest({
      createConnection: () => near,
      method,
      path: `${pathname}${search}`,
      headers: {
        host,
        'x-forwarded-proto': protocol.slice(0, -1),
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
        connection: 'close',
      },
    })
    request.once('response', resolve)
    request.once('error', reject)
    request.end(body)
    return await readAnswer(await promise)
  } finally {
    near.destroy()
    far.destroy()
    server.close()
  }
}

async function readAnswer(response: IncomingMessage): Promise<InnerAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

/** The body as a JSON object; empty where it is none. */
export function membersOf({ body }: Pick<InnerAnswer, 'body'>): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}
