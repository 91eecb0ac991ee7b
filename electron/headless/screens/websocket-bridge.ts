/**
 * The screens' socket. Whoever speaks through it may change everything in the program, and every page that the person
 * has open in a browser, from wherever it comes, can try to reach it: browsers let any page open a WebSocket to any
 * address, without asking and without CORS. So before the handshake, in this order:
 *
 * 1. `Host` has to be a name of the loopback with our port. The listener checks that before it hands the request over.
 *    It keeps out a page whose own name was made to resolve to 127.0.0.1 (DNS rebinding).
 * 2. `Origin` has to be one of the screens' own, and has to be there. A browser sets it and no page can change it, so
 *    pages from elsewhere are kept out even if the token has leaked to them, and so is a sandboxed frame ("null").
 * 3. The token of this start has to be among the subprotocols, as `token.<token>`. It keeps out what is no browser and
 *    can write any Origin it likes: another account's program on the same machine. It travels in a header because an
 *    address ends up in histories and logs; a page cannot set other headers on a WebSocket. It is never sent back: of
 *    the subprotocols, the answer names `valetkey.v1`.
 *
 * The token reaches the page in the fragment of the address that the program prints, which is sent to nobody. No cookie
 * is involved, so there is nothing that a browser would add by itself to what another page sends.
 *
 * A refusal is an answer in plain HTTP and says no more than which of the three it was.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

import { type WebSocket, WebSocketServer } from 'ws'

import { LARGEST_FRAME } from '#shared/frames/limits.ts'
import type { FramePeer, FrameServer } from '#shared/frames/serve-frames.ts'

import { refuseUpgrade, type ScreensContext } from '../../core/create-core.ts'
import { createHeartbeat } from './heartbeat.ts'
import { connectPeer } from './socket-peer.ts'

export interface WebSocketBridgeOptions extends Pick<ScreensContext, 'access' | 'onProblem'> {
  /** Loaded with the first socket that is let in. */
  load(): Promise<(peer: FramePeer) => FrameServer>
}

export interface WebSocketBridge {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

const PROTOCOL = 'valetkey.v1'
/** In bytes, of which a character may have three: what is too large but not absurd is answered, not cut off. */
const MOST_BYTES = 4 * LARGEST_FRAME
/** Milliseconds that a page has to say goodbye when the program ends. */
const GOODBYE = 500

export function createWebSocketBridge({ access, load, onProblem }: WebSocketBridgeOptions): WebSocketBridge {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => PROTOCOL,
  })
  const heartbeat = createHeartbeat(server.clients)
  let isClosed = false

  function connect(ws: WebSocket, serve: (peer: FramePeer) => FrameServer): void {
    heartbeat.follow(ws)
    connectPeer(ws, serve)
  }

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const serve = await load()
    if (isClosed) socket.destroy()
    else server.handleUpgrade(request, socket, head, (ws) => connect(ws, serve))
  }

  return {
    upgrade(request, socket, head) {
      const refusal = checkRequest(request, access)
      if (refusal) return refuseUpgrade(socket, ...refusal)
      open(request, socket, head).catch((error: unknown) => {
        onProblem(`The screens' socket could not be opened: ${error instanceof Error ? error.message : String(error)}`)
        socket.destroy()
      })
    },
    close() {
      isClosed = true
      heartbeat.close()
      for (const ws of server.clients) ws.close(1001, 'The program ends.')
      setTimeout(() => {
        for (const ws of server.clients) ws.terminate()
      }, GOODBYE).unref()
    },
  }
}

type Refusal = readonly [status: number, text: string]

function checkRequest({ headers }: IncomingMessage, access: ScreensContext['access']): Refusal | undefined {
  const { origin } = headers
  if (origin === undefined || !access.isOwnOrigin(origin)) return [403, 'Only the screens’ own pages may connect.\n']
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const token = offered.find((name) => name.startsWith('token.'))?.slice('token.'.length)
  if (token === undefined || !access.isToken(token))
    return [401, 'The token is missing or not the one of this start.\n']
  if (!offered.includes(PROTOCOL)) return [400, `The subprotocol here is ${PROTOCOL}.\n`]
  return undefined
}
