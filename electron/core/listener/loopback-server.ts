/**
 * Binds to the machine's own two loopback addresses and to nothing else: whatever the network outside is, it cannot
 * reach the issuer. `localhost` may mean either address, so both answer where the machine has both.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import { ValetKeyError } from '#shared/errors.ts'

import { closeServer, followConnections } from './close-server.ts'
import { lingerForBody } from './linger.ts'
import { acceptUpgrades, isWebSocket, type UpgradeHandler } from './upgrade.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface LoopbackServer {
  readonly port: number
  /** Where this process itself reaches the server, whatever `localhost` resolves to. */
  readonly endpoint: string
  close(): Promise<void>
}

export interface ListenOptions {
  readonly port: number
  /** The flag that changes the port, for the message when it is taken. */
  readonly flag: string
  readonly handler: Handler
  /** Left out: a request to become a socket is answered as any other, without becoming one. */
  readonly onUpgrade?: UpgradeHandler | undefined
  /** Told of what came in that is no HTTP. */
  readonly onBroken?: ((broken: BrokenRequest) => void) | undefined
  readonly timeouts?: Timeouts
}

/** In milliseconds. */
export interface Timeouts {
  /** From the first byte of a request to the end of its headers. */
  readonly headersTimeout: number
  /** And to the end of its body. */
  readonly requestTimeout: number
  /** How often the two are looked at. */
  readonly connectionsCheckingInterval: number
}

/** Far more than a client on the same machine takes; whoever takes longer is answered with 408. */
export const TIMEOUTS: Timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 }

export interface BrokenRequest {
  readonly reason: string
  readonly bytes: Uint8Array
  /** Left out when nothing could be answered any more. */
  readonly status: number | undefined
  readonly remoteAddress: string
  readonly remotePort: number
  /** Of which the bytes are a part, when its headers had been read already. */
  readonly request?: IncomingMessage | undefined
}

const IPV4 = '127.0.0.1'
const IPV6 = '::1'
const NO_SUCH_FAMILY = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'])
const ATTEMPTS_FOR_A_FREE_PAIR = 20

export async function listenOnLoopback(options: ListenOptions): Promise<LoopbackServer> {
  const servers = await bindBoth(options)
  const port = portOf(servers[0])
  return {
    port,
    endpoint: `http://${hostOf(servers[0])}:${port}`,
    close: async () => void (await Promise.all(servers.map(closeServer))),
  }
}

type Bound = readonly [Server, ...Server[]]

async function bindBoth(options: ListenOptions): Promise<Bound> {
  for (let attempt = 1; ; attempt += 1) {
    const first = await bindFirst(options)
    try {
      const second = await bind(IPV6, portOf(first), options)
      return hostOf(first) === IPV4 ? [first, second] : [first]
    } catch (error) {
      if (NO_SUCH_FAMILY.has(codeOf(error)) || hostOf(first) !== IPV4) return [first]
      await closeServer(first)
      // Any free port was asked for, and this one is free in one family only.
      const another = options.port === 0 && attempt < ATTEMPTS_FOR_A_FREE_PAIR
      if (!another) throw explain(error, options)
    }
  }
}

async function bindFirst(options: ListenOptions): Promise<Server> {
  try {
    return await bind(IPV4, options.port, options)
  } catch (error) {
    if (!NO_SUCH_FAMILY.has(codeOf(error))) throw explain(error, options)
    return bind(IPV6, options.port, options).catch((cause: unknown) => {
      throw explain(cause, options)
    })
  }
}

function bind(host: string, port: number, options: ListenOptions): Promise<Server> {
  const { handler, onUpgrade, onBroken, timeouts = TIMEOUTS } = options
  const server = createServer(
    { ...timeouts, ...(onUpgrade && { shouldUpgradeCallback: isWebSocket }) },
    (request, response) => {
      answering.set(request.socket, response)
      lingerForBody(request, response)
      handler(request, response)
    },
  )
  followConnections(server)
  if (onUpgrade) acceptUpgrades(server, onUpgrade)
  server.on('clientError', (error: BrokenRequestError, socket: Socket) => answerBrokenRequest(error, socket, onBroken))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, ipv6Only: host === IPV6 }, () => {
      server.off('error', reject)
      server.on('error', () => undefined)
      resolve(server)
    })
  })
}

const STATUS_BY_CODE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** The latest response of each connection. */
const answering = new WeakMap<Socket, ServerResponse>()

const broken = new WeakSet<Socket>()

type BrokenRequestError = NodeJS.ErrnoException & { readonly rawPacket?: Uint8Array }

/** What is no HTTP gets an answer all the same, where the socket still takes one. */
function answerBrokenRequest(error: BrokenRequestError, socket: Socket, onBroken: ListenOptions['onBroken']): void {
  // A client that goes away has said nothing that could be answered, and what it asked before is on record as ended.
  // And what still comes after the first broken bytes is broken with them.
  if (error.code === 'ECONNRESET' || broken.has(socket)) return void socket.destroy()
  broken.add(socket)
  const { remoteAddress = '', remotePort = 0 } = socket
  const status = STATUS_BY_CODE[error.code ?? ''] ?? '400 Bad Request'
  const response = answering.get(socket)
  const isAnswered = socket.writable && !(response?.headersSent && !response.writableFinished)
  onBroken?.({
    reason: error.message,
    bytes: error.rawPacket ?? new Uint8Array(),
    status: isAnswered ? Number(status.slice(0, 3)) : undefined,
    remoteAddress,
    remotePort,
    request: response?.req.complete === false ? response.req : undefined,
  })
  if (!isAnswered) socket.destroy()
  else socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function explain(error: unknown, { port, flag }: ListenOptions): ValetKeyError {
  const code = codeOf(error)
  // For the shell that has no flags, and says it in its own way.
  const detail = { port, flag }
  if (code === 'EADDRINUSE') {
    return new ValetKeyError(
      'port_taken',
      `Port ${port} is taken. Free it, or choose another with ${flag} PORT (0: any free one).`,
      { detail },
    )
  }
  if (code === 'EACCES') {
    return new ValetKeyError(
      'port_forbidden',
      `Port ${port} may not be used by this account. Choose one above 1023 with ${flag} PORT.`,
      { detail },
    )
  }
  return new ValetKeyError(
    'listen_failed',
    `Cannot listen on port ${port}: ${code || String(error)}. Choose another with ${flag} PORT.`,
    { detail },
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function addressOf(server: Server) {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server is not listening on a port')
  return address
}

function portOf(server: Server): number {
  return addressOf(server).port
}

function hostOf(server: Server): string {
  const { address } = addressOf(server)
  return address === IPV6 ? `[${IPV6}]` : address
}
