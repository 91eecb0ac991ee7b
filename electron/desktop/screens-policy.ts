/** What the screens may load: what came with the program. Nothing is framed here; the user agent is a view of its own. */
export function buildScreensPolicy(nonce: string): string {
  return join({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    ...CLOSED,
  })
}

/** The development server's modules start from an inline script, add styles as they come, and talk over a socket. */
export function buildDevelopmentPolicy(devServer: string): string {
  const socket = devServer.replace(/^http/, 'ws')
  return join({
    'default-src': "'none'",
    'script-src': "'self' 'unsafe-inline'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': `'self' ${devServer} ${socket}`,
    ...CLOSED,
  })
}

const CLOSED = { 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" }

function join(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ')
}
