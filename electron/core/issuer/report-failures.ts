import type { EventEmitter } from 'node:events'

import type { Provider } from 'oidc-provider'

export type ReportFailure = (ctx: { readonly method: string; readonly path: string }, error: Error) => void

/** Whatever the issuer did not expect: an answer of 500 that oidc-provider gave, and what none of its handlers saw. */
export function reportFailures(provider: Provider, report: ReportFailure): void {
  provider.on('server_error', report)
  reportUnexpected(provider, report)
}

interface Failed {
  readonly method: string
  readonly path: string
  readonly req: { readonly socket: { readonly destroyed: boolean } }
}

/** Koa's own event, for what none of oidc-provider's error handlers saw; without a listener it would print the error. */
function reportUnexpected(provider: Provider, report: ReportFailure): void {
  const emitter: EventEmitter = provider
  emitter.on('error', (error: Error & { expose?: boolean; code?: unknown }, ctx?: Failed) => {
    if (!error.expose && !isHangUp(error, ctx)) report(ctx ?? { method: '', path: '' }, error)
  })
}

const HANG_UPS: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ECANCELED'])

/** Koa takes it for an error when the client goes away before it has read its answer. */
function isHangUp({ code }: { code?: unknown }, ctx: Failed | undefined): boolean {
  return ctx !== undefined && ctx.req.socket.destroyed && HANG_UPS.has(code)
}
