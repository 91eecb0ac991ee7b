import { BODY_BOUND, type Endpoint } from '#shared/model/exchange.ts'

import type { RawBody, RawExchange } from './raw-exchange.ts'

/** A call that the program makes out, recorded when its answer has been read by whoever made it. */
export function recordingFetch(fetch: typeof globalThis.fetch, deliver: (exchange: RawExchange) => void): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const startedAt = Date.now()
    const start = performance.now()
    const base = {
      direction: 'out' as const,
      startedAt,
      method: request.method,
      url: request.url,
      httpVersion: '1.1',
      requestHeaders: [...request.headers].flat(),
      requestBody: await readSent(init?.body),
      remoteAddress: '',
      remotePort: 0,
    }
    try {
      const response = await fetch(input, init)
      void readAnswer(response.clone()).then((responseBody) =>
        deliver({
          ...base,
          duration: performance.now() - start,
          status: response.status,
          head: headOf(response),
          responseBody,
          complete: true,
          annotation: { endpoint: outgoingEndpoint(base.requestBody, response) },
        }),
      )
      return response
    } catch (error) {
      const reason = error instanceof Error ? describeFailure(error) : String(error)
      deliver({
        ...base,
        duration: undefined,
        status: undefined,
        head: '',
        responseBody: { bytes: undefined, size: 0 },
        complete: false,
        annotation: { endpoint: outgoingEndpoint(base.requestBody), error: { code: 'unreachable', reason } },
      })
      throw error
    }
  }
}

async function readSent(body: unknown): Promise<RawBody> {
  if (body === undefined || body === null) return { bytes: undefined, size: 0 }
  return bound(new Uint8Array(await new Response(body as ConstructorParameters<typeof Response>[0]).arrayBuffer()))
}

async function readAnswer(response: Response): Promise<RawBody> {
  try {
    return bound(new Uint8Array(await response.arrayBuffer()))
  } catch {
    return { bytes: undefined, size: 0 }
  }
}

function bound(bytes: Uint8Array): RawBody {
  return { bytes: bytes.subarray(0, BODY_BOUND), size: bytes.byteLength }
}

function headOf({ status, statusText, headers }: Response): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${statusText}`, ...lines, ''].join('\r\n')
}

/** undici says `fetch failed` and keeps the reason inside. */
function describeFailure({ message, cause }: Error): string {
  return cause instanceof Error ? cause.message || cause.name : message
}

const decoder = new TextDecoder()

function outgoingEndpoint({ bytes }: RawBody, response?: Response): Endpoint {
  const sent = decoder.decode(bytes)
  if (sent.startsWith('logout_token=')) return 'outgoing_backchannel_logout'
  if (sent.startsWith('token=')) return 'outgoing_introspection'
  return response?.url.endsWith('jwks') || response?.url.includes('jwks') ? 'outgoing_jwks' : 'outgoing_other'
}
