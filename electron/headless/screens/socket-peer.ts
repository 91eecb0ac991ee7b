import type { RawData, WebSocket } from 'ws'

import type { FramePeer, FrameServer } from '#shared/frames/serve-frames.ts'

/** Bytes of answers on their way; beyond it nothing more is read from a page that asks but does not listen. */
const HIGH_WATER = 8 * 1024 * 1024

/** Frames in and out of one socket. */
export function connectPeer(ws: WebSocket, serve: (peer: FramePeer) => FrameServer): void {
  const frames = serve({
    send(text) {
      ws.send(text, sent)
      if (ws.bufferedAmount > HIGH_WATER) ws.pause()
    },
    buffered: () => ws.bufferedAmount,
  })

  function sent(): void {
    if (ws.isPaused && ws.bufferedAmount <= HIGH_WATER) ws.resume()
    frames.drained()
  }

  ws.on('message', (data, isBinary) => frames.receive(isBinary ? '' : textOf(data)))
  ws.on('close', frames.close)
  // Such as a frame beyond the bound; `close` follows.
  ws.on('error', () => undefined)
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString()
}
