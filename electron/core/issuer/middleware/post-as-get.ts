import type { Middleware } from 'koa'

import { ROUTES } from '#shared/oauth/protocol.ts'

import { readText } from '../interactions/form-body.ts'

const FRONT_CHANNEL: ReadonlySet<string> = new Set([ROUTES.authorization, ROUTES.end_session])
/** Node takes 16 kB of request line and headers together. */
const LONGEST_QUERY = 12 * 1024

/**
 * OpenID Connect Core 3.1.2.1 wants the authorization endpoint to take POST too. A POST from another site brings no
 * `SameSite=Lax` cookies, and `None` needs https, so the form is turned into the redirect that brings them.
 */
export const postAsGet: Middleware = async (ctx, next) => {
  if (ctx.method !== 'POST' || !FRONT_CHANNEL.has(ctx.path)) return next()
  const body = ctx.is('application/x-www-form-urlencoded') ? await readText(ctx) : undefined
  if (body === undefined || body.length > LONGEST_QUERY) {
    ctx.status = body === undefined ? 400 : 413
    ctx.body = {
      error: 'invalid_request',
      error_description: `${ctx.path} takes a form of at most ${LONGEST_QUERY} bytes; send larger requests to ${ROUTES.pushed_authorization_request} first`,
    }
    return
  }
  const query = [ctx.querystring, body].filter(Boolean).join('&')
  ctx.status = 303
  ctx.redirect(`${mountedPath(ctx.originalUrl)}?${encodeQuery(query)}`)
}

/** Whatever bytes were posted, the address is one that every client can follow. */
function encodeQuery(query: string): string {
  return new URLSearchParams(query).toString()
}

/** As the browser knows it: behind a proxy the issuer may live below a path. */
function mountedPath(originalUrl: string): string {
  return originalUrl.split('?')[0] ?? originalUrl
}
