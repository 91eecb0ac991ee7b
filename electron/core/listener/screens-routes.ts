import type { ServerResponse } from 'node:http'

import type { Handler } from './loopback-server.ts'

export interface ScreensPage {
  readonly html: string
  readonly contentSecurityPolicy: string
}

/** The second port: the screens, or what stands in their place; nothing when they are off. */
export function createScreensRoutes(page: ScreensPage | undefined): Handler {
  return (_request, response) => {
    if (!page) return sendNotFound(response)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page.contentSecurityPolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    response.end(page.html)
  }
}

function sendNotFound(response: ServerResponse): void {
  const problem = { type: 'about:blank', status: 404, title: 'Not Found', detail: 'The screens are off (--no-ui).' }
  response.writeHead(404, { 'content-type': 'application/problem+json', 'x-content-type-options': 'nosniff' })
  response.end(JSON.stringify(problem))
}
