import { accepts } from '../http/accepts.ts'
import { HttpProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import { assertJsonType } from '../http/read-json.ts'
import type { Call } from '../operation.ts'
import { RpcError, buildRpcError, buildRpcResult, parseRpcMessage } from './json-rpc.ts'
import type { RpcMessage } from './json-rpc.ts'
import type { McpMethod } from './mcp-methods.ts'
import { SESSION, assertProtocolVersion } from './mcp-session.ts'
import type { McpSessions } from './mcp-session.ts'

/** One posted message: refused as HTTP where the transport is wrong, as JSON-RPC where the message is. */
export async function takeMessage(call: Call, methods: readonly McpMethod[], sessions: McpSessions): Promise<Response> {
  const { request } = call
  assertAcceptable(request)
  assertJsonType(request)
  const sessionId = request.headers.get(SESSION)
  if (sessionId !== null) sessions.assertOpen(sessionId, call.token)
  const message = parseMessage(await readBody(request))
  if (message instanceof RpcError) return answerWith(request, buildRpcError(null, message), { status: 400 })
  const isStart = message.kind === 'request' && message.method === 'initialize'
  if (!isStart) assertProtocolVersion(request)
  if (message.kind !== 'request') return new Response(null, { status: 202 })
  const answer = answerRequest(message, methods, call)
  const headers = isStart && 'result' in answer ? { [SESSION]: sessions.open(call.token) } : {}
  return answerWith(request, answer, { headers })
}

function parseMessage(text: string): RpcMessage | RpcError {
  return catchRpcError(() => parseRpcMessage(text))
}

function answerRequest(message: Extract<RpcMessage, { kind: 'request' }>, methods: readonly McpMethod[], call: Call) {
  const found = methods.find(({ method }) => method === message.method)
  if (found === undefined) return buildRpcError(message.id, unknownMethod(message.method, methods))
  if (found.scope !== undefined) call.assertScope(found.scope)
  const result = catchRpcError(() => found.answer(message.params, call.token))
  return result instanceof RpcError ? buildRpcError(message.id, result) : buildRpcResult(message.id, result)
}

function unknownMethod(method: string, methods: readonly McpMethod[]): RpcError {
  const known = methods.map((candidate) => candidate.method).join(', ')
  return new RpcError('methodNotFound', `There is no method ${method.slice(0, 100)}; there are ${known}.`)
}

function catchRpcError<Result>(work: () => Result): Result | RpcError {
  try {
    return work()
  } catch (error) {
    if (error instanceof RpcError) return error
    throw error
  }
}

/** JSON wherever the client takes it; one event of a stream where it takes nothing else. */
function answerWith(
  request: Request,
  body: object,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> },
): Response {
  if (accepts(request.headers.get('accept'), 'application/json')) return Response.json(body, { status, headers })
  const stream = new Headers(headers)
  stream.set('content-type', 'text/event-stream')
  return new Response(`event: message\ndata: ${JSON.stringify(body)}\n\n`, { status, headers: stream })
}

function assertAcceptable(request: Request): void {
  const accept = request.headers.get('accept')
  if (['application/json', 'text/event-stream'].some((type) => accepts(accept, type))) return
  throw new HttpProblem(
    406,
    'No answer that the client accepts',
    'Accept must allow application/json or text/event-stream.',
    {
      errors: [{ header: 'Accept', detail: 'allows neither application/json nor text/event-stream' }],
    },
  )
}
