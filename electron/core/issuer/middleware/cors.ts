import type { Context, Middleware } from 'koa'

import { isLoopbackOrigin } from '#shared/oauth/loopback.ts'
import { ROUTES } from '#shared/oauth/protocol.ts'

import type { Store } from '../../store/store.ts'

const OPEN_TO_APPLICATIONS: Readonly<Record<string, string>> = {
  '/.well-known/openid-configuration': 'GET',
  '/.well-known/oauth-authorization-server': 'GET',
  [ROUTES.jwks]: 'GET',
  [ROUTES.userinfo]: 'GET, POST',
  [ROUTES.token]: 'POST',
  [ROUTES.introspection]: 'POST',
  [ROUTES.revocation]: 'POST',
  [ROUTES.pushed_authorization_request]: 'POST',
  [ROUTES.device_authorization]: 'POST',
  [ROUTES.registration]: 'POST',
}
const REGISTRATION_MANAGEMENT = `${ROUTES.registration}/`
const MAX_AGE = '3600'

/**
 * A single-page application runs on another port of this machine, or on an origin that one of its registered addresses
 * has; those may call, and no other. oidc-provider would answer `*`; it leaves CORS alone once it finds a header of it.
 */
export function createCors(store: Store): Middleware {
  return (ctx, next) => {
    const methods = methodsFor(ctx.path)
    if (methods === undefined) return next()
    ctx.vary('Origin')
    ctx.set('access-control-expose-headers', 'WWW-Authenticate, DPoP-Nonce')
    const origin = ctx.get('origin')
    if (origin === '' || !(isLoopbackOrigin(origin) || isRegisteredOrigin(store, origin))) return next()
    ctx.set('access-control-allow-origin', origin)
    if (ctx.method !== 'OPTIONS') return next()
    return answerPreflight(ctx, methods)
  }
}

function methodsFor(path: string): string | undefined {
  return OPEN_TO_APPLICATIONS[path] ?? (path.startsWith(REGISTRATION_MANAGEMENT) ? 'GET, PUT, DELETE' : undefined)
}

async function answerPreflight(ctx: Context, methods: string): Promise<void> {
  ctx.set('access-control-allow-methods', methods)
  ctx.set('access-control-allow-headers', ctx.get('access-control-request-headers'))
  ctx.set('access-control-max-age', MAX_AGE)
  ctx.status = 204
}

function isRegisteredOrigin(store: Store, origin: string): boolean {
  return store.clients.list().some(({ metadata }) => metadata.redirect_uris?.some((uri) => originOf(uri) === origin))
}

/** Only web addresses have one: a private scheme's would be `null`, which any sandboxed frame calls itself. */
function originOf(uri: string): string | undefined {
  return /^https?:/i.test(uri) && URL.canParse(uri) ? new URL(uri).origin : undefined
}
