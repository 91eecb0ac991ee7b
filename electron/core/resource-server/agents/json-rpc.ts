import * as z from 'zod'

/** JSON-RPC 2.0 section 5.1. */
export const RPC_ERRORS = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
} as const

export class RpcError extends Error {
  readonly code: number
  readonly data: unknown

  constructor(code: keyof typeof RPC_ERRORS, message: string, data?: unknown) {
    super(message)
    this.code = RPC_ERRORS[code]
    this.data = data
  }
}

export type RpcId = string | number

/** What a client may post: a request to be answered, or something that is only taken note of. */
export type RpcMessage =
  | { readonly kind: 'request'; readonly id: RpcId; readonly method: string; readonly params: unknown }
  | { readonly kind: 'notification' | 'response' }

const id = z.union([z.string().max(200), z.number()])

/** Throws an `RpcError` for anything that is no JSON-RPC message, batches included. */
export function parseRpcMessage(text: string): RpcMessage {
  const value = parseJson(text)
  if (Array.isArray(value))
    throw new RpcError(
      'invalidRequest',
      'Batches are not taken: MCP 2025-06-18 removed them. Post one message at a time.',
    )
  if (typeof value !== 'object' || value === null)
    throw new RpcError('invalidRequest', 'A JSON-RPC message is an object.')
  if (!('jsonrpc' in value) || value.jsonrpc !== '2.0')
    throw new RpcError('invalidRequest', 'The member jsonrpc must be "2.0".')
  const isResponse = !('method' in value) && ('result' in value || 'error' in value)
  if (isResponse) return { kind: 'response' }
  if (!('method' in value) || typeof value.method !== 'string')
    throw new RpcError('invalidRequest', 'The member method must be a string.')
  if (!('id' in value)) return { kind: 'notification' }
  const parsed = id.safeParse(value.id)
  if (!parsed.success)
    throw new RpcError('invalidRequest', 'The member id must be a string or a number; MCP does not take null.')
  return {
    kind: 'request',
    id: parsed.data,
    method: value.method,
    params: 'params' in value ? value.params : undefined,
  }
}

export function buildRpcResult(id: RpcId, result: unknown) {
  return { jsonrpc: '2.0', id, result }
}

export function buildRpcError(id: RpcId | null, { code, message, data }: RpcError) {
  return { jsonrpc: '2.0', id, error: { code, message, ...(data === undefined ? {} : { data }) } }
}

/** Parameters checked against their schema, or -32602 naming each one that is wrong. */
export function parseRpcParams<T>(schema: z.ZodType<T>, params: unknown, at = 'params'): T {
  const result = schema.safeParse(params ?? {})
  if (result.success) return result.data
  const errors = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => `${[at, ...path.map(String)].join('.')}: ${message}`)
  throw new RpcError('invalidParams', errors.join(' · '), { errors })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RpcError('parseError', `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
