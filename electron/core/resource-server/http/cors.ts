import type { MiddlewareHandler } from 'hono'
import { isLoopbackOrigin } from '#shared/oauth/loopback.ts'

const EXPOSED = 'WWW-Authenticate, Mcp-Session-Id, DPoP-Nonce, Location'
const METHODS = 'GET, HEAD, POST, DELETE'
const USUAL_HEADERS = 'Authorization, DPoP, Content-Type, Accept, Mcp-Session-Id, MCP-Protocol-Version, Last-Event-ID'
/** A list of header names (RFC 9110 section 5.6.2). */
const HEADER_NAMES = /^[\w!#$%&'*+.^`|~-]+(?:\s*,\s*[\w!#$%&'*+.^`|~-]+)*$/

/**
 * Pages served from this machine may read the answers, any other page may not: the APIs listen on loopback, and a
 * page from elsewhere has no business there. The origin is named, never `*`, and cookies play no part.
 */
export function cors(): MiddlewareHandler {
  return async (context, next) => {
    const { headers } = context.req.raw
    const origin = headers.get('origin')
    const asked = headers.get('access-control-request-method')
    const isPreflight = context.req.method === 'OPTIONS' && origin !== null && asked !== null
    if (isPreflight) context.res = new Response(null, { status: 204 })
    else await next()
    context.res.headers.append('Vary', 'Origin')
    if (origin === null || !isLoopbackOrigin(origin)) return
    const answer = isPreflight ? preflightHeaders(headers) : { 'Access-Control-Expose-Headers': EXPOSED }
    context.res.headers.set('Access-Control-Allow-Origin', origin)
    for (const [name, value] of Object.entries(answer)) context.res.headers.set(name, value)
  }
}

function preflightHeaders(headers: Headers): Record<string, string> {
  const asked = headers.get('access-control-request-headers') ?? ''
  return {
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': HEADER_NAMES.test(asked) ? asked : USUAL_HEADERS,
    'Access-Control-Max-Age': '600',
  }
}
