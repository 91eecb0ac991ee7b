import { createHash } from 'node:crypto'
import { stylesheet } from './styles/stylesheet.ts'

const STYLE_HASH = createHash('sha256').update(stylesheet).digest('base64')

/**
 * Nothing runs, and nothing is loaded but the fonts and what the issuer itself serves. There is no `form-action`:
 * Chromium applies it to the redirects after a form as well, and those lead to the application.
 */
export function contentSecurityPolicy(frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.map(checkedOrigin).join(' ')}`,
  ].join('; ')
}

/** A `;` in an origin would end the directive and begin another. */
function checkedOrigin(origin: string): string {
  if (!/^https?:\/\/[^\s;,'"]+$/.test(origin)) throw new TypeError(`not an origin that can frame a page: ${origin}`)
  return origin
}
