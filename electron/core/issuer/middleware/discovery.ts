import type { Context, Middleware, Next } from 'koa'

import type { Store } from '../../store/store.ts'

const DISCOVERY = new Set(['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'])
const PROMPTS = ['none', 'login', 'consent']

/** What oidc-provider's metadata leaves out, or says of a hook that this issuer does not use. */
export function completeDiscovery(store: Store): Middleware {
  return (ctx, next) => (DISCOVERY.has(ctx.path) ? complete(ctx, next) : next())

  async function complete(ctx: Context, next: Next): Promise<void> {
    await next()
    if (ctx.status !== 200 || !isMetadata(ctx.body)) return
    const ofApis = store.apis.list().flatMap(({ scopes }) => scopes.map(({ name }) => name))
    ctx.body.scopes_supported = [...new Set([...ctx.body.scopes_supported, ...ofApis])]
    ctx.body.prompt_values_supported = PROMPTS
    if (ctx.body.backchannel_authentication_endpoint !== undefined) {
      ctx.body.backchannel_user_code_parameter_supported = false
    }
  }
}

interface Metadata {
  scopes_supported: readonly string[]
  prompt_values_supported?: readonly string[]
  readonly backchannel_authentication_endpoint?: unknown
  backchannel_user_code_parameter_supported?: boolean
}

function isMetadata(body: unknown): body is Metadata {
  return typeof body === 'object' && body !== null && 'scopes_supported' in body
}
