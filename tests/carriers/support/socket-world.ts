import { WebSocket as Socket } from 'ws'

import { createScreens } from '../../../electron/headless/screens/create-screens.ts'
import { createSocketCarrier } from '../../../renderer/bridge/socket-carrier.ts'
import { run, type World, type WorldOptions } from './world.ts'

/** As a browser does it, but for the header that only a browser sets by itself. */
export async function createSocketWorld(options: WorldOptions = {}): Promise<World> {
  const { core, events, problems } = await run(options, (log) => (context) => createScreens(context, log))
  const origin = core.program.screens
  const sockets = new Set<Socket>()
  let isReading = true

  function connect(protocols: readonly string[]): WebSocket {
    const socket = new Socket(`${origin.replace('http', 'ws')}/socket`, [...protocols], { headers: { origin } })
    sockets.add(socket)
    socket.on('open', () => isReading || socket.pause())
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    // The part of the interface that the carrier uses is the same.
    return socket as unknown as WebSocket
  }

  const carrier = createSocketCarrier({
    token: { get: async () => core.token, reject: () => undefined },
    connect,
    isRefused: async () => false,
  })
  return {
    core,
    events,
    carrier,
    problems,
    setReading(reading) {
      isReading = reading
      for (const socket of sockets) if (socket.readyState === Socket.OPEN) setPaused(socket, !reading)
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.terminate()
      await core.close()
    },
  }
}

function setPaused(socket: Socket, isPaused: boolean): void {
  if (isPaused) socket.pause()
  else socket.resume()
}
