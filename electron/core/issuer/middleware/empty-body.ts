import type { Middleware } from 'koa'

import { ROUTES } from '#shared/oauth/protocol.ts'

/**
 * Koa calls an empty body text. To a client that reads every answer as JSON (oidc-client-ts) the answer of the
 * revocation endpoint is then one of the wrong type; RFC 7009 section 2.2 gives it no content, so it gets no type.
 */
export const leaveEmptyBodyUntyped: Middleware = (ctx, next) => {
  if (ctx.path !== ROUTES.revocation) return next()
  return next().then(() => {
    if (ctx.body === '') ctx.remove('content-type')
  })
}
