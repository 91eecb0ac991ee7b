import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Handler } from './loopback-server.ts'

export interface IssuerRoutes {
  /** Everything that is not named below. */
  readonly issuer: Handler
  /** The demo APIs and their metadata; loaded when the first of them is asked for. */
  readonly loadDemoApis: () => Promise<Handler>
  readonly assets: (path: string) => Asset | undefined
}

export interface Asset {
  readonly contentType: string
  readonly body: Uint8Array
}

const DEMO_APIS = /^\/(apis(?:[/?]|$)|\.well-known\/oauth-protected-resource(?:[/?]|$))/

export function createIssuerRoutes({ issuer, loadDemoApis, assets }: IssuerRoutes): Handler {
  let demoApis: Promise<Handler> | undefined
  return (request, response) => {
    const url = request.url ?? '/'
    const asset = assets(url)
    if (asset) return sendAsset(request, response, asset)
    if (!DEMO_APIS.test(url)) return issuer(request, response)
    demoApis ??= loadDemoApis()
    void demoApis.then((handler) => handler(request, response))
  }
}

function sendAsset(request: IncomingMessage, response: ServerResponse, { contentType, body }: Asset): void {
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': body.byteLength,
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
