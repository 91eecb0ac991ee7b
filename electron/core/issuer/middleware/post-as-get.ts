import type { Context, Middleware } from 'koa'

import { ROUTES } from '#shared/oauth/protocol.ts'

import { readText } from '../interactions/form-body.ts'
import { mountOf } from '../mount.ts'

const FRONT_CHANNEL: ReadonlySet<string> = new Set([ROUTES.authorization, ROUTES.end_session])
/** Node takes 16 kB of request line and headers together. */
const LONGEST_QUERY = 12 * 1024

/**
 * OpenID Connect Core 3.1.2.1 wants the authorization endpoint to take POST too. A POST from another site brings no
 * `SameSite=Lax` cookies, and `None` needs https, so the form is turned into the redirect that brings them.
 */
export function createPostAsGet(issuer: string): Middleware {
  const mount = mountOf(issuer)
  return (ctx, next) => (ctx.method === 'POST' && FRONT_CHANNEL.has(ctx.path) ? redirectForm(ctx, mount) : next())
}

async function redirectForm(ctx: Context, mount: string): Promise<void> {
  const body = ctx.is('application/x-www-form-urlencoded') ? await readText(ctx) : undefined
  const query = body === undefined ? undefined : encodeQuery([ctx.querystring, body].filter(Boolean).join('&'))
  if (query === undefined || query.length > LONGEST_QUERY) return refuse(ctx, query === undefined ? 400 : 413)
  ctx.status = 303
  ctx.redirect(`${mount}${ctx.path}?${query}`)
}

function refuse(ctx: Context, status: 400 | 413): void {
  ctx.status = status
  ctx.body = {
    error: 'invalid_request',
    error_description: `${ctx.path} takes a form of at most ${LONGEST_QUERY} bytes; send larger requests to ${ROUTES.pushed_authorization_request} first`,
  }
}

/** Whatever bytes were posted, the address is one that every client can follow. */
function encodeQuery(query: string): string {
  return new URLSearchParams(query).toString()
}
