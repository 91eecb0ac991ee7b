/**
 * A client that is still sending when its answer comes, and then finds the connection reset, may never see the answer
 * (RFC 9112 section 9.6). So what it still sends is read and thrown away, for a while, before the connection is cut.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Milliseconds; what comes from the same machine is there long before. */
const LONGEST = 2_000

export function lingerForBody(request: IncomingMessage, response: ServerResponse): void {
  if (!hasBody(request)) return
  const { socket } = request
  const destroySoon = socket.destroySoon.bind(socket)
  response.once('finish', () => request.resume())
  // Node's server calls this once an answer is written after which the connection is to be closed.
  socket.destroySoon = () => {
    if (request.complete || request.destroyed) return destroySoon()
    socket.end()
    request.resume()
    const timer = setTimeout(() => socket.destroy(), LONGEST)
    request.once('close', () => {
      clearTimeout(timer)
      socket.destroy()
    })
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
