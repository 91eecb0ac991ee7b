/** The redirect address of `valetkey token`: a server on loopback that waits for one answer. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'

import { ValetKeyError } from '#shared/errors.ts'
import { isLoopbackHttp } from '#shared/oauth/loopback.ts'

export interface Callback extends AsyncDisposable {
  readonly redirectUri: string
  answer(signal: AbortSignal): Promise<URLSearchParams>
}

/**
 * An answer with another state than the one that was sent is not ours: it is refused, said, and waited on for the real
 * one, so that a page that guesses the port cannot end the sign-in.
 */
export async function createCallback(
  address: string,
  state: string,
  tell: (message: string) => void,
): Promise<Callback> {
  const url = new URL(address)
  const { promise, resolve } = Promise.withResolvers<URLSearchParams>()
  const servers = await listen(url, (request, response) => {
    const sent = URL.parse(request.url ?? '', url.origin)
    if (request.method !== 'GET' || sent?.pathname !== url.pathname) return respond(response, 404, 'Nothing is here.')
    if (sent.searchParams.get('state') !== state) {
      tell('An answer with a wrong state came in and was refused; still waiting.')
      return respond(response, 400, 'This answer does not belong to the sign-in that is waiting.')
    }
    const denied = sent.searchParams.has('error')
    respond(
      response,
      200,
      `${denied ? 'The issuer refused' : 'Done'}. Go back to the terminal; this page can be closed.`,
    )
    resolve(sent.searchParams)
  })
  return {
    // Spelt as it was given: a URL parser would add a slash that the registered address does not have.
    redirectUri: withPort(address, portOf(servers[0])),
    answer: (signal) => Promise.race([promise, aborted(signal)]),
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map(close))
    },
  }
}

/** What `--redirect-uri` may be, in one phrase, when it is something else. */
export function checkRedirectUri(address: string): string | undefined {
  const fine = isLoopbackHttp(address) && !/[?#]/.test(address)
  return fine
    ? undefined
    : 'expected http on localhost, 127.0.0.1 or [::1] without query and fragment, such as http://localhost:3000/callback'
}

function withPort(address: string, port: number): string {
  return address.replace(/^(https?:\/\/(?:\[[^\]]*\]|[^:/]+))(:\d*)?/i, `$1:${port}`)
}

type Listening = readonly [Server, ...Server[]]

async function listen(url: URL, listener: RequestListener): Promise<Listening> {
  const named = url.hostname.replace(/^\[|\]$/g, '')
  const first = await bind(named === 'localhost' ? '127.0.0.1' : named, Number(url.port), listener)
  if (named !== 'localhost') return [first]
  // A browser may take localhost for either address; a machine without the second one does well with the first.
  const second = await bind('::1', portOf(first), listener).catch(() => undefined)
  return second ? [first, second] : [first]
}

function bind(host: string, port: number, listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE'
          ? 'something else listens there: stop it, or give another --redirect-uri'
          : String(cause.code)
      reject(
        new ValetKeyError('port_taken', `Cannot wait for the answer at ${host} port ${port}: ${reason}.`, { cause }),
      )
    })
    server.listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function respond(response: ServerResponse, status: number, text: string, sent?: () => void): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(`${text}\n`, sent)
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A browser opens connections that it may never use.
  server.closeAllConnections()
  await closed
}

async function aborted(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted()
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  )
}
