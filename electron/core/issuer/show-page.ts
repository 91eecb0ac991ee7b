import type { Context } from 'koa'

import type { Page } from './interactions/pages/page.ts'

/** The pages are rendered by React, which is loaded when the first one is asked for: no client needs it to get a token. */
const loadRenderer = () => import('./interactions/pages/render-page.tsx')

export type ShowPage = (ctx: Context, page: Page) => Promise<void>

export function createShowPage(screens: readonly string[]): ShowPage {
  return async (ctx, page) => {
    const { renderPage } = await loadRenderer()
    const { html, contentSecurityPolicy } = renderPage(page, { frameAncestors: screens })
    ctx.type = 'html'
    ctx.body = html
    ctx.set('content-security-policy', contentSecurityPolicy)
    ctx.set('cache-control', 'no-store')
  }
}
