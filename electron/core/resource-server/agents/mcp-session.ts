import { randomUUID } from 'node:crypto'
import { HttpProblem } from '../http/problem.ts'
import type { AccessToken } from '../token/access-token.ts'

/** The header that names a session, given with the answer to `initialize`. */
export const SESSION = 'Mcp-Session-Id'

/** Newest first; what a client asks for beyond these is answered with the first. */
export const PROTOCOL_VERSIONS = ['2025-06-18', '2025-03-26'] as const

export interface McpSessions {
  /** The new session's id. */
  open(token: AccessToken): string
  /** Throws 404 for a session that is not open for this token's user and client, upon which a client starts anew. */
  assertOpen(id: string, token: AccessToken): void
  close(id: string): void
}

/** A session is only a name here: nothing is kept under it, so a request without one is served too. */
export function createMcpSessions(capacity = 1000): McpSessions {
  const owners = new Map<string, string>()
  return {
    open(token) {
      const [oldest] = owners.keys()
      if (owners.size >= capacity && oldest !== undefined) owners.delete(oldest)
      const id = randomUUID()
      owners.set(id, ownerOf(token))
      return id
    },
    assertOpen(id, token) {
      if (owners.get(id) === ownerOf(token)) return
      throw new HttpProblem(
        404,
        'No such session',
        'The Mcp-Session-Id is unknown or was ended; send initialize again.',
        {
          errors: [{ header: 'Mcp-Session-Id', detail: 'is not an open session of this user and client' }],
        },
      )
    },
    close: (id) => void owners.delete(id),
  }
}

/** A session id is no proof of anything, so it counts only together with the token's user and client. */
function ownerOf({ sub, claims }: AccessToken): string {
  return JSON.stringify([sub, claims['client_id']])
}

export function assertProtocolVersion(request: Request): void {
  const version = request.headers.get('mcp-protocol-version')
  if (version === null || PROTOCOL_VERSIONS.some((known) => known === version)) return
  const detail = `MCP-Protocol-Version ${version.slice(0, 40)} is not spoken here; ${PROTOCOL_VERSIONS.join(' and ')} are.`
  throw new HttpProblem(400, 'Unknown protocol version', detail, {
    errors: [{ header: 'MCP-Protocol-Version', detail }],
  })
}
