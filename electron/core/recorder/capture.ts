/**
 * Watches one HTTP exchange without being in its way: what passes is kept by reference, nothing is awaited, and the
 * finished record is handed on after the answer has left. The request's body is read later by whoever handles it, so it
 * is seen where the parser pushes it, never by a listener that would set the stream flowing.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Endpoint } from '#shared/model/exchange.ts'

import { trueTime } from '../store/true-time.ts'
import { type BodyCollector, createBodyCollector } from './collect-body.ts'
import { NO_BODY, type RawBody, type RawExchange } from './raw-exchange.ts'
import { handling, type Watch, type Watches } from './watch.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface CaptureOptions {
  readonly origin: string
  /** Where one handler serves one endpoint; else it is read from the address. */
  readonly endpoint?: Endpoint | undefined
  readonly watches: Watches
  readonly deliver: (exchange: RawExchange) => void
}

export function captureExchanges({ origin, endpoint, watches, deliver }: CaptureOptions, handler: Handler): Handler {
  return (request, response) => {
    const startedAt = trueTime()
    const start = performance.now()
    const watch = watches.begin(request, endpoint && { endpoint })
    const requestBody = watchRequest(request)
    const responseBody = watchResponse(response)
    // Read now: once the socket is closed it no longer knows, and a guard may rewrite the address.
    const { remoteAddress = '', remotePort = 0 } = request.socket
    const { method = '', url = '', httpVersion } = request
    response.once('close', () => {
      watch.isOver = true
      deliver({
        direction: 'in',
        startedAt,
        duration: response.writableFinished ? performance.now() - start : undefined,
        method,
        url: url.startsWith('/') ? origin + url : url,
        httpVersion,
        requestHeaders: request.rawHeaders,
        requestBody: readRequestBody(request, response, requestBody),
        ...readAnswer(response, responseBody, watch),
        remoteAddress,
        remotePort,
        cause: watch.cause,
        annotation: watch.annotation,
      })
      for (const call of watch.calls.splice(0)) deliver(call)
    })
    handling.run(watch, handler, request, response)
  }
}

function watchRequest(request: IncomingMessage): BodyCollector | undefined {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && (length === undefined || length === '0')) return undefined
  const body = createBodyCollector()
  const { push } = request
  request.push = (chunk: unknown, chunkEncoding?: BufferEncoding) => {
    body.add(chunk, chunkEncoding)
    return push.call(request, chunk, chunkEncoding)
  }
  return body
}

/** Refused before it was read, a body is thrown away as it comes; how long it was, its header says. */
function readRequestBody(
  request: IncomingMessage,
  response: ServerResponse,
  collector: BodyCollector | undefined,
): RawBody {
  const body = collector?.take() ?? NO_BODY
  const declared = Number(request.headers['content-length'] ?? 0)
  return response.writableFinished && declared > body.size ? { ...body, size: declared } : body
}

function watchResponse(response: ServerResponse): BodyCollector {
  const body = createBodyCollector()
  const { write, end } = response
  // Node's `end` hands its data on below `write`, so nothing is seen twice.
  response.write = ((chunk: unknown, ...rest: never[]) => {
    body.add(chunk, rest[0])
    return (write as (...args: unknown[]) => boolean).call(response, chunk, ...rest)
  }) as typeof write
  response.end = ((chunk: unknown, ...rest: never[]) => {
    body.add(chunk, rest[0])
    return (end as (...args: unknown[]) => ServerResponse).call(response, chunk, ...rest)
  }) as typeof end
  return body
}

/** Node keeps the status line and headers as they were written, and whether a body goes with them, under names of its own. */
interface Written {
  readonly _header: string | null
  readonly _hasBody: boolean
}

type Answer = Pick<RawExchange, 'status' | 'head' | 'responseBody' | 'complete'>

function readAnswer(response: ServerResponse, body: BodyCollector, { broken }: Watch): Answer {
  const { _header: head, _hasBody: hasBody } = response as unknown as Written
  if (!response.headersSent && broken) return answerToBroken(broken.status)
  const responseBody: RawBody = hasBody ? body.take() : NO_BODY
  return {
    status: response.headersSent ? response.statusCode : undefined,
    head: head ?? '',
    responseBody,
    complete: response.writableFinished,
  }
}

/** What the listener writes to the socket itself; undefined where it could only hang up. */
export function answerToBroken(status: number | undefined): Answer {
  const head = status === undefined ? '' : `HTTP/1.1 ${status} \r\nConnection: close\r\nContent-Length: 0\r\n`
  return { status, head, responseBody: NO_BODY, complete: status !== undefined }
}
