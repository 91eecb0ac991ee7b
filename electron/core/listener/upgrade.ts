/** Requests to leave HTTP on a connection. Only a WebSocket is ever granted; for the rest the header is as if not there. */
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export function isSocketPath(path: string | undefined): boolean {
  return /^\/socket(?:\?|$)/.test(path ?? '')
}

/** Some clients offer HTTP/2 with every request (`Upgrade: h2c`), and are content with an answer in HTTP/1.1. */
export function isWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket'
}

export function acceptUpgrades(server: Server, upgrade: UpgradeHandler): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Until somebody else takes it over, a connection that breaks is nobody's trouble.
    socket.on('error', () => socket.destroy())
    // A Node that asks nobody first (before 24.9) hands over every kind.
    if (isWebSocket(request)) upgrade(request, socket, head)
    else refuseUpgrade(socket, 501, 'Only WebSocket is known here. Ask again without the Upgrade header.\n')
  })
}

/** Answers in plain HTTP, so that the connection never becomes a socket. */
export function refuseUpgrade(
  socket: Duplex,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const lines = Object.entries({
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`)
  // Whatever is still sent is not read; and who does not hang up is cut off.
  socket.resume()
  socket.once('finish', () => socket.destroy())
}
