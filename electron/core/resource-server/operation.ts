import type { DemoApiName } from '#shared/model/demo-api.ts'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { AccessToken } from './token/access-token.ts'

/** A request whose token was accepted, as an operation sees it. */
export interface Call {
  readonly context: Context
  readonly request: Request
  readonly token: AccessToken
  /** The API's address, `${issuer}/apis/NAME`. */
  readonly address: string
  /** Throws the 403 challenge unless the token carries the scope. */
  readonly assertScope: (scope: string) => void
  /** The body, bounded, decoded and checked; throws the problem that says what is wrong with it. */
  readonly json: <T>(schema: z.ZodType<T>) => Promise<T>
}

export type Handler = (call: Call) => Response | Promise<Response>

/** One row of an API's table. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below the API's address, in Hono's notation. */
  readonly path: string
  /** Undefined where it depends on the body; the handler then calls `assertScope`. */
  readonly scope: string | undefined
  readonly summary: string
  readonly handle: Handler
}

export interface DemoApi {
  readonly name: DemoApiName
  readonly title: string
  readonly operations: readonly Operation[]
  /** Every scope that some operation asks for. */
  readonly scopes: readonly string[]
  /** The address that clients know the API by (RFC 9728 `resource`), where it is not the API's own. */
  readonly resourcePath?: string
  /** Throws when a request may not come in at all; asked before the token is looked at. */
  readonly assertAllowed?: (request: Request) => void
  /** Further facts for the description at the API's address. */
  readonly about?: Readonly<Record<string, unknown>>
}

type OperationRow = readonly [
  method: Operation['method'],
  path: string,
  scope: string | undefined,
  summary: string,
  handle: Handler,
]

export function buildOperations(rows: readonly OperationRow[]): readonly Operation[] {
  return rows.map(([method, path, scope, summary, handle]) => ({ method, path, scope, summary, handle }))
}

export function listScopes(operations: readonly Pick<Operation, 'scope'>[]): readonly string[] {
  return [...new Set(operations.flatMap(({ scope }) => scope ?? []))]
}
