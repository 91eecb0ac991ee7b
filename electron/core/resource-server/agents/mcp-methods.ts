import * as z from 'zod'
import type { AccessToken } from '../token/access-token.ts'
import { parseRpcParams, RpcError } from './json-rpc.ts'
import { PROTOCOL_VERSIONS } from './mcp-session.ts'
import { callTool, listTools } from './tools.ts'
import type { Tool } from './tools.ts'

export interface McpMethod {
  readonly method: string
  /** Undefined where any token will do. */
  readonly scope: string | undefined
  readonly summary: string
  readonly answer: (params: unknown, token: AccessToken) => unknown
}

type McpRow = readonly [method: string, scope: string | undefined, summary: string, answer: McpMethod['answer']]

/** What can be asked of the server, and which scope each question needs. */
export function createMcpMethods(tools: readonly Tool[]): readonly McpMethod[] {
  const rows: readonly McpRow[] = [
    ['initialize', 'mcp:read', 'Agrees on a protocol version', initialize],
    ['ping', undefined, 'Answers, and nothing more', () => ({})],
    ['tools/list', 'mcp:read', 'Lists the tools', (params) => listAll(tools, params)],
    ['tools/call', 'mcp:tools', 'Calls a tool', (params, token) => callTool(tools, params, token)],
  ]
  return rows.map(([method, scope, summary, answer]) => ({ method, scope, summary, answer }))
}

const initializeSchema = () =>
  z.object({
    protocolVersion: z.string(),
    capabilities: z.record(z.string(), z.unknown()).optional(),
    clientInfo: z.object({ name: z.string(), version: z.string() }).optional(),
  })

function initialize(params: unknown) {
  const { protocolVersion } = parseRpcParams(initializeSchema(), params)
  return {
    protocolVersion: PROTOCOL_VERSIONS.find((known) => known === protocolVersion) ?? PROTOCOL_VERSIONS[0],
    capabilities: { tools: { listChanged: false } },
    serverInfo: { name: 'valetkey-agents', title: 'Agents API of Valet Key', version: '1.0.0' },
    instructions: 'Call whoami to see what the access token stands for, and find_free_slot to look into the calendar.',
  }
}

/** There is one page of tools, so no cursor was ever given out. */
function listAll(tools: readonly Tool[], params: unknown) {
  const { cursor } = parseRpcParams(z.object({ cursor: z.unknown().optional() }), params)
  if (cursor !== undefined) throw new RpcError('invalidParams', 'params.cursor: this server gives out no cursors')
  return listTools(tools)
}
