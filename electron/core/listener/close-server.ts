/** Ends a server quickly: requests that have begun are answered, and connections on which nothing happens go at once. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** A person who stops the program should not wait for a request that does not end. */
const GRACE = 2_000

const connections = new WeakMap<Server, Set<Socket>>()

/** Called when the server is made. */
export function followConnections(server: Server): void {
  const sockets = new Set<Socket>()
  connections.set(server, sockets)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', (_request, response) => {
    response.once('close', () => void (server.listening || server.closeIdleConnections()))
  })
}

export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  // Node calls idle only what has had a request; browsers open connections in advance.
  for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy()
  const timer = setTimeout(() => closeAll(server), GRACE)
  await closed
  clearTimeout(timer)
}

/** Node forgets the connections that have become something else than HTTP. */
function closeAll(server: Server): void {
  for (const socket of connections.get(server) ?? []) socket.destroy()
}
