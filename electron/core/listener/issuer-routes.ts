import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Handler } from './loopback-server.ts'

export interface IssuerRoutes {
  /** Everything that is not named below. */
  readonly issuer: Handler
  /** The demo APIs and their metadata. */
  readonly demoApis: Handler
  readonly assets: (path: string) => Asset | undefined
}

export interface Asset {
  readonly contentType: string
  readonly body: Uint8Array
}

const DEMO_APIS = /^\/(apis(?:[/?]|$)|\.well-known\/oauth-protected-resource(?:[/?]|$))/

export function createIssuerRoutes({ issuer, demoApis, assets }: IssuerRoutes): Handler {
  return serveAssets(assets, (request, response) => {
    const handler = DEMO_APIS.test(request.url ?? '/') ? demoApis : issuer
    handler(request, response)
  })
}

export function serveAssets(assets: IssuerRoutes['assets'], otherwise: Handler): Handler {
  return (request, response) => {
    const asset = assets(request.url ?? '/')
    if (asset) sendAsset(request, response, asset)
    else otherwise(request, response)
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
