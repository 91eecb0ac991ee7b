/**
 * Watches one HTTP exchange without being in its way: what passes is kept by reference, nothing is awaited, and the
 * finished record is handed on after the answer has left. The request's body is read later by whoever handles it, so it
 * is seen where the parser pushes it, never by a listener that would set the stream flowing.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import { BODY_BOUND } from '#shared/model/exchange.ts'

import type { Annotation, RawBody, RawExchange } from './raw-exchange.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface CaptureOptions {
  readonly origin: string
  readonly annotations: WeakMap<IncomingMessage, Annotation>
  readonly deliver: (exchange: RawExchange) => void
}

export function captureExchanges(options: CaptureOptions, handler: Handler): Handler {
  return (request, response) => {
    const startedAt = Date.now()
    const start = performance.now()
    const requestBody = watchRequest(request)
    const responseBody = watchResponse(response)
    // Read now: once the socket is closed it no longer knows.
    const { remoteAddress = '', remotePort = 0 } = request.socket
    const { method = '', url = '', httpVersion } = request
    response.once('close', () =>
      options.deliver({
        direction: 'in',
        startedAt,
        duration: response.writableFinished ? performance.now() - start : undefined,
        method,
        url: absoluteUrl(url, options.origin),
        httpVersion,
        requestHeaders: request.rawHeaders,
        requestBody: requestBody(),
        status: response.headersSent ? response.statusCode : undefined,
        head: headOf(response),
        responseBody: responseBody(),
        complete: response.writableFinished,
        remoteAddress,
        remotePort,
        annotation: options.annotations.get(request),
      }),
    )
    handler(request, response)
  }
}

function watchRequest(request: IncomingMessage): () => RawBody {
  const body = createCollector()
  const { push } = request
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) body.add(chunk)
    return push.call(request, chunk, encoding)
  }
  return body.take
}

function watchResponse(response: ServerResponse): () => RawBody {
  const body = createCollector()
  const { write, end } = response
  response.write = ((chunk: unknown, ...rest: never[]) => {
    body.addUnknown(chunk)
    return (write as (...args: unknown[]) => boolean).call(response, chunk, ...rest)
  }) as typeof write
  response.end = ((chunk: unknown, ...rest: never[]) => {
    body.addUnknown(chunk)
    return (end as (...args: unknown[]) => ServerResponse).call(response, chunk, ...rest)
  }) as typeof end
  return body.take
}

function createCollector() {
  const chunks: Uint8Array[] = []
  let size = 0
  let kept = 0

  function add(chunk: Uint8Array): void {
    size += chunk.byteLength
    if (kept >= BODY_BOUND) return
    chunks.push(kept + chunk.byteLength > BODY_BOUND ? chunk.subarray(0, BODY_BOUND - kept) : chunk)
    kept += chunk.byteLength
  }

  return {
    add,
    addUnknown(chunk: unknown) {
      if (typeof chunk === 'string') add(Buffer.from(chunk))
      else if (chunk instanceof Uint8Array) add(chunk)
    },
    take: (): RawBody => ({ bytes: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks), size }),
  }
}

/** The status line and headers as they were written; Node keeps them under a name of its own. */
function headOf(response: ServerResponse): string {
  const { _header: head } = response as unknown as { _header: string | null }
  return head ?? ''
}

function absoluteUrl(url: string, origin: string): string {
  return url.startsWith('/') ? `${origin}${url}` : url
}
