import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ForeignSite extends AsyncDisposable {
  /** The same pages under each of these; a browser takes every name below `localhost` for the loopback. */
  readonly origins: readonly string[]
}

/** A page, and one in a sandbox whose origin is opaque. */
export async function startForeignSite(): Promise<ForeignSite> {
  const server = createServer((request, response) => {
    const isSandbox = request.url === '/sandboxed'
    response.writeHead(200, {
      'content-type': 'text/html',
      ...(isSandbox && { 'content-security-policy': 'sandbox allow-scripts allow-forms' }),
    })
    response.end('<!doctype html><title>elsewhere</title><body>elsewhere')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origins: ['localhost', '127.0.0.1', 'evil.localhost'].map((name) => `http://${name}:${port}`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
