import type { WebSocket } from 'ws'

export interface Heartbeat {
  follow(ws: WebSocket): void
  close(): void
}

const INTERVAL = 15_000

/** A peer that vanished says nothing, so each is asked from time to time; one that did not answer last time is let go. */
export function createHeartbeat(sockets: ReadonlySet<WebSocket>, interval = INTERVAL): Heartbeat {
  const silent = new WeakSet<WebSocket>()
  const timer = setInterval(() => {
    for (const ws of sockets) {
      // Of one that is not read at the moment, an answer would not be noticed.
      if (ws.isPaused) continue
      if (silent.has(ws)) ws.terminate()
      else if (ws.readyState === ws.OPEN) {
        silent.add(ws)
        ws.ping()
      }
    }
  }, interval).unref()
  return {
    follow(ws) {
      ws.on('pong', () => silent.delete(ws))
    },
    close: () => clearInterval(timer),
  }
}
