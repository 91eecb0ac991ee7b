import type { ServerResponse } from 'node:http'

import { renderPage } from '../issuer/interactions/pages/render-page.tsx'
import type { Handler } from './loopback-server.ts'

/** The second port until the screens exist: it says where they will be, and leads to what there is. */
export function createScreensRoutes(issuer: string, screens: boolean): Handler {
  return (request, response) => {
    if (!screens || request.url?.startsWith('/api/v1')) return sendProblem(response, screens)
    const { html, contentSecurityPolicy } = renderPage(
      {
        kind: 'message',
        title: 'The screens will be here',
        text: [
          ['The issuer is running at ', { code: issuer }, '. Applications can use it now.'],
          ['Walkthroughs, traffic and settings will be served at this address by a coming version.'],
        ],
        links: [
          { label: 'Open the discovery document', href: `${issuer}/.well-known/openid-configuration` },
          { label: 'Enter a device code', href: `${issuer}/device` },
          { label: 'Answer requests from other devices', href: `${issuer}/approvals` },
        ],
      },
      { frameAncestors: [] },
    )
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    response.end(html)
  }
}

function sendProblem(response: ServerResponse, screens: boolean): void {
  response.writeHead(404, { 'content-type': 'application/problem+json' })
  response.end(
    JSON.stringify({
      type: 'about:blank',
      status: 404,
      title: 'Not Found',
      detail: `The management API is not part of this version${screens ? '' : ', and the screens are off (--no-ui)'}.`,
    }),
  )
}
