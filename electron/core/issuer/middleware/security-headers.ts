import type { Middleware } from 'koa'

/** The addresses that a person's browser opens; what applications call answers them in JSON. */
const ANSWERS_A_BROWSER = /^\/(?:authorize|device|logout|interaction|approvals)?(?:\/|$)/i

/**
 * For whatever answers with a document. The pages of our own bring a stricter policy each; this one is what
 * oidc-provider's self-submitting form starts from: it adds the hash of its script to `script-src`. There is no
 * `form-action`, since Chromium holds it against the redirect back to the application too.
 */
export function createSecurityHeaders(screens: readonly string[]): Middleware {
  const ancestors = screens.length > 0 ? screens.join(' ') : "'none'"
  const policy = `default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors ${ancestors}`
  return (ctx, next) => {
    if (!ANSWERS_A_BROWSER.test(ctx.path)) return next()
    ctx.set('content-security-policy', policy)
    ctx.set('x-content-type-options', 'nosniff')
    ctx.set('referrer-policy', 'same-origin')
    return next()
  }
}
