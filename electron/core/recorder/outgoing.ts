import { BODY_BOUND } from '#shared/model/exchange.ts'

import { trueTime } from '../store/true-time.ts'
import { createBodyCollector } from './collect-body.ts'
import { NO_BODY, type RawBody, type RawExchange } from './raw-exchange.ts'
import { handling, type Watch } from './watch.ts'

type Fetch = typeof globalThis.fetch
type Deliver = (exchange: RawExchange) => void
type Sent = Omit<RawExchange, 'duration' | 'status' | 'head' | 'responseBody' | 'complete' | 'annotation'>

/**
 * A call that the program makes out, recorded when its answer has been read. Of the headers those are known that the
 * caller gave; what the connection adds (`host`, `connection`, `user-agent`) is not told by fetch.
 */
export function recordingFetch(fetch: Fetch, deliver: Deliver): Fetch {
  let lastCause = 0
  return async (input, init) => {
    const watch = handling.getStore()
    if (watch) watch.cause ||= lastCause += 1
    const start = performance.now()
    const sent = describeSent(input, init, watch?.cause ?? 0)
    const tell = tellAfterCause(watch, deliver)
    try {
      const response = await fetch(input, init)
      void readAnswer(response).then((answer) => tell({ ...sent, ...answer, duration: performance.now() - start }))
      return response
    } catch (error) {
      tell(buildFailed(sent, error))
      throw error
    }
  }
}

/** The request that caused a call comes first in the record: the call's sign-in is taken from it. */
function tellAfterCause(watch: Watch | undefined, deliver: Deliver): Deliver {
  return (exchange) => {
    if (watch && !watch.isOver) watch.calls.push(exchange)
    else deliver(exchange)
  }
}

function describeSent(input: Parameters<Fetch>[0], init: RequestInit | undefined, cause: number): Sent {
  // Made from another request, a request would take that one's body away.
  const { method, url, headers } = input instanceof Request ? input : new Request(input, withoutStream(init))
  return {
    direction: 'out',
    startedAt: trueTime(),
    method,
    url,
    httpVersion: '1.1',
    requestHeaders: [...headers].flat(),
    requestBody: readSent(init?.body),
    remoteAddress: '',
    remotePort: 0,
    cause,
  }
}

/** A stream can be read once, and that is the call's own business. */
function withoutStream({ signal: _signal, body, ...init }: RequestInit = {}): RequestInit {
  return { ...init, ...(isText(body) && { body }) }
}

function isText(body: unknown): body is string | URLSearchParams {
  return typeof body === 'string' || body instanceof URLSearchParams
}

function readSent(body: unknown): RawBody {
  const collector = createBodyCollector()
  collector.add(body instanceof URLSearchParams ? body.toString() : body)
  return collector.take()
}

type Answer = Pick<RawExchange, 'status' | 'head' | 'responseBody' | 'complete' | 'annotation'>

/** No more than the bound is read: what the caller does not want of an endless answer is not read here either. */
async function readAnswer(response: Response): Promise<Answer> {
  const head = { status: response.status, head: headOf(response) }
  const collector = createBodyCollector()
  try {
    let size = 0
    for await (const chunk of response.clone().body ?? []) {
      collector.add(chunk)
      size += chunk.byteLength
      if (size > BODY_BOUND) break
    }
    return { ...head, responseBody: collector.take(), complete: true, annotation: undefined }
  } catch (error) {
    return { ...head, responseBody: collector.take(), complete: false, annotation: describeFailure('aborted', error) }
  }
}

function buildFailed(sent: Sent, error: unknown): RawExchange {
  const annotation = describeFailure('unreachable', error)
  return {
    ...sent,
    duration: undefined,
    status: undefined,
    head: '',
    responseBody: NO_BODY,
    complete: false,
    annotation,
  }
}

function headOf({ status, statusText, headers }: Response): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${statusText}`, ...lines, ''].join('\r\n')
}

/** undici says `fetch failed` and keeps the reason inside. */
function describeFailure(code: string, error: unknown) {
  if (!(error instanceof Error)) return { error: { code, reason: String(error) } }
  const { cause, message } = error
  return { error: { code, reason: cause instanceof Error ? cause.message || cause.name : message } }
}
