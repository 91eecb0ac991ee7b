/** What stands in front of an issuer with `--issuer`: ends TLS (here: pretends to), and may take a path away. */
import { createServer, request } from 'node:http'

export interface Proxy extends AsyncDisposable {
  readonly origin: string
  /** Every path that was asked of the issuer. */
  readonly paths: readonly string[]
}

export interface ProxyOptions {
  readonly upstream: string
  /** Taken away from the path before it is passed on. */
  readonly strip?: string
  /** Passed on as Host; left out, the upstream's own. */
  readonly host?: string
}

export async function startProxy({ upstream, strip = '', host }: ProxyOptions): Promise<Proxy> {
  const paths: string[] = []
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url?.startsWith(strip) ? incoming.url.slice(strip.length) || '/' : (incoming.url ?? '/')
    paths.push(path)
    const headers = {
      ...incoming.headers,
      host: host ?? new URL(upstream).host,
      'x-forwarded-host': 'liar.example',
      'x-forwarded-proto': 'gopher',
    }
    const passed = request(`${upstream}${path}`, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    paths,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
