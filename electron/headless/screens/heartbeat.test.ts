import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'

import { createHeartbeat, type Heartbeat } from './heartbeat.ts'

let server: WebSocketServer
let heartbeat: Heartbeat

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  heartbeat = createHeartbeat(server.clients, 200)
  server.on('connection', heartbeat.follow)
})
afterEach(() => {
  heartbeat.close()
  for (const ws of server.clients) ws.terminate()
  server.close()
})

async function connect(autoPong: boolean): Promise<WebSocket> {
  const { port } = server.address() as AddressInfo
  const ws = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong })
  await once(ws, 'open')
  return ws
}

test('who answers stays, and who does not is let go', async () => {
  const [alive, dead] = await Promise.all([connect(true), connect(false)])
  await once(dead, 'close')
  for (let pings = 0; pings < 3; pings += 1) await once(alive, 'ping')
  expect([alive.readyState, server.clients.size]).toEqual([WebSocket.OPEN, 1])
  alive.terminate()
})
