import type { Middleware } from 'koa'

import { ROUTES } from '#shared/oauth/protocol.ts'

/** The router takes another case and a slash at the end too. */
const RESUMED = new RegExp(`^(${ROUTES.authorization}|${ROUTES.code_verification})/`, 'i')

/**
 * Where a page of the issuer leads back to takes its parameters from the store. When there is nothing to go on with,
 * oidc-provider's error handler falls back on the query, which can say anything: it is dropped.
 */
export const resumeWithoutQuery: Middleware = (ctx, next) => {
  if (ctx.querystring !== '' && RESUMED.test(ctx.path)) ctx.querystring = ''
  return next()
}
