import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Serves the application of `../app` from an origin of its own, as a developer's own server would. */
export interface SampleApp {
  readonly origin: string
  readonly callback: string
  readonly signedOut: string
  /** Where a form is posted to; the page shows what arrived. */
  readonly posted: string
  connect(authority: string): void
  close(): Promise<void>
}

const LIBRARY = join(
  dirname(createRequire(import.meta.url).resolve('oidc-client-ts')),
  '../browser/oidc-client-ts.min.js',
)
const FILES: Readonly<Record<string, readonly [string, string]>> = {
  '/app.js': ['text/javascript', join(import.meta.dirname, '../app/app.js')],
  '/oidc-client-ts.js': ['text/javascript', LIBRARY],
}
const PAGE = join(import.meta.dirname, '../app/index.html')

export async function startSampleApp(client_id: string): Promise<SampleApp> {
  let authority = ''
  const server = createServer((request, response) => void answer(request, response, () => settings()))
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sample app has no port')
  const origin = `http://localhost:${address.port}`
  const [callback, signedOut] = [`${origin}/callback`, `${origin}/signed-out`]

  function settings() {
    return {
      authority,
      client_id,
      redirect_uri: callback,
      silent_redirect_uri: callback,
      popup_redirect_uri: callback,
      post_logout_redirect_uri: signedOut,
      scope: 'openid profile email read:contacts',
      automaticSilentRenew: false,
    }
  }
  return {
    origin,
    callback,
    signedOut,
    posted: `${origin}/posted`,
    connect: (issuer) => void (authority = issuer),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, settings: () => object): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const [contentType, file] = FILES[pathname] ?? ['text/html', PAGE]
  if (pathname === '/posted') return send(response, 'text/html', await describePost(request))
  if (pathname === '/settings.json') return send(response, 'application/json', JSON.stringify(settings()))
  send(response, contentType, await readFile(file))
}

function send(response: ServerResponse, contentType: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

/** The names of the fields alone: their values are not made to stand in HTML. */
async function describePost(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const fields = new URLSearchParams(Buffer.concat(chunks).toString())
  const names = [...fields.keys()].sort().join(' ')
  return `<!doctype html><title>Posted</title><link rel="icon" href="data:,"><p>${request.method}: ${names}</p>`
}
