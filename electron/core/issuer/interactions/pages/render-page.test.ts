import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Page } from './page.ts'
import { renderPage } from './render-page.tsx'

const PAGE: Page = { kind: 'message', title: 'A & B', text: [['Read ', { code: 'scope' }, '.']], links: [] }

describe('a rendered page', () => {
  const { html, contentSecurityPolicy } = renderPage(PAGE, { frameAncestors: [] })

  it('is a whole document in English with a title of its own', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en">/i)
    expect(html).toContain('<title>A &amp; B · Valet Key</title>')
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
  })

  it('sets protocol names in the mono face', () => {
    expect(html).toContain('Read <code>scope</code>.')
  })

  it('has no script and no style but the one that its policy names', () => {
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(contentSecurityPolicy).toContain(`style-src 'sha256-${hash}'`)
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/)
  })

  it('is framed by nobody unless told by whom', () => {
    expect(contentSecurityPolicy).toMatch(/frame-ancestors 'none'$/)
    const framed = renderPage(PAGE, { frameAncestors: ['http://localhost:4401', 'http://127.0.0.1:4401'] })
    expect(framed.contentSecurityPolicy).toMatch(/frame-ancestors http:\/\/localhost:4401 http:\/\/127\.0\.0\.1:4401$/)
  })

  it('lets a form lead back to the application', () => {
    expect(contentSecurityPolicy).not.toContain('form-action')
  })

  it('refuses to be framed by what is no origin', () => {
    expect(() => renderPage(PAGE, { frameAncestors: ["http://a; script-src 'unsafe-inline'"] })).toThrow(
      'not an origin',
    )
  })
})

describe('a link', () => {
  it('is left out when its address would run something', () => {
    const links = [
      { label: 'Run', href: 'javascript:alert(1)' },
      { label: 'Go', href: 'http://localhost:4401/traffic' },
    ]
    const { html } = renderPage({ ...PAGE, links }, { frameAncestors: [] })
    expect(html).not.toContain('javascript:')
    expect(html).toContain('href="http://localhost:4401/traffic"')
  })
})
