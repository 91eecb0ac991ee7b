import { isLoopbackOrigin } from '#shared/oauth/loopback.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Collection } from '../collection.ts'
import type { Call, DemoApi } from '../operation.ts'
import { buildOperations, listScopes } from '../operation.ts'
import type { Appointment } from '../organizer/schemas.ts'
import { createMcpMethods } from './mcp-methods.ts'
import { SESSION, createMcpSessions } from './mcp-session.ts'
import type { McpSessions } from './mcp-session.ts'
import { takeMessage } from './take-message.ts'
import { createTools } from './tools.ts'

/** A server of the Model Context Protocol over streamable HTTP (2025-06-18): every answer at once, no stream of its own. */
export function createAgents(appointments: Collection<Appointment>): DemoApi {
  const methods = createMcpMethods(createTools(appointments))
  const sessions = createMcpSessions()
  const operations = buildOperations([
    ['POST', '/mcp', undefined, 'Takes a JSON-RPC message', (call) => takeMessage(call, methods, sessions)],
    ['GET', '/mcp', 'mcp:read', 'Not offered: the server opens no stream', refuseStream],
    ['DELETE', '/mcp', 'mcp:read', 'Ends a session', (call) => endSession(call, sessions)],
  ])
  return {
    name: 'agents',
    title: 'Agents API',
    operations,
    scopes: listScopes(methods),
    resourcePath: '/mcp',
    assertAllowed: assertLocalOrigin,
    about: { methods: methods.map(({ method, scope, summary }) => ({ method, scope, summary })) },
  }
}

function refuseStream(): Response {
  const detail = 'This server sends nothing on its own, so there is no stream to open. Post messages instead.'
  throw new HttpProblem(405, 'No stream here', detail, { headers: { allow: 'POST, DELETE, OPTIONS' } })
}

function endSession({ request, token }: Call, sessions: McpSessions): Response {
  const id = request.headers.get(SESSION)
  if (id === null) throw new HttpProblem(400, 'No session named', `DELETE needs ${SESSION}, to know which one ends.`)
  sessions.assertOpen(id, token)
  sessions.close(id)
  return new Response(null, { status: 204 })
}

/** MCP's transport demands it: a page elsewhere must not reach a local server through a rebound name. */
function assertLocalOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  if (origin === null || isLoopbackOrigin(origin)) return
  throw new HttpProblem(
    403,
    'Origin not allowed',
    'Only pages served from this machine may use this server from a browser.',
    {
      errors: [{ header: 'Origin', detail: 'is not on localhost, 127.0.0.1 or [::1]' }],
    },
  )
}
