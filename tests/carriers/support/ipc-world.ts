/** The desktop's own bridge and preload; Electron's part between them is a channel that copies, and delivers later. */
import { MessageChannel } from 'node:worker_threads'
import { vi } from 'vitest'

import { routeCalls } from '#shared/frames/route-calls.ts'
import { serveFrames } from '#shared/frames/serve-frames.ts'

import { createIpcBridge, type IpcMessage } from '../../../electron/desktop/ipc-bridge.ts'
import type { DesktopPort } from '../../../renderer/bridge/desktop-port.ts'
import { createIpcCarrier } from '../../../renderer/bridge/ipc-carrier.ts'
import { run, type World, type WorldOptions } from './world.ts'

type Listener = (event: never, ...args: unknown[]) => void
type Sent = readonly [channel: string, ...args: unknown[]]

const ADDRESS = 'app://valetkey/'

export async function createIpcWorld(options: WorldOptions = {}): Promise<World> {
  const { core, events, problems } = await run(options, () => undefined)
  const unfollow = core.follow(events)
  const wires = createWires()
  const call = routeCalls({
    core: core.call,
    shell: {
      'shell.get': () => ({ kind: 'desktop', version: '0.0.0', platform: 'linux', program: core.program }),
      'shell.getAccess': core.restAccess.get,
      'shell.tryRest': ({ path }: { path: string }) => core.restAccess.read(path),
    },
  })
  const onProblem = (message: string) => void problems.push(message)
  const bridge = createIpcBridge({
    ipcMain: wires.ipcMain,
    isTrusted: ({ senderFrame }) => senderFrame?.url === ADDRESS,
    serve: (peer) => serveFrames({ call, events, onProblem }, peer),
    onProblem,
    onIdle: () => undefined,
  })
  renderer = wires.ipcRenderer
  const port = await (preload ??= loadPreload())
  return {
    core,
    events,
    carrier: createIpcCarrier(port),
    problems,
    setReading: wires.setReading,
    async [Symbol.asyncDispose]() {
      bridge.close()
      unfollow()
      wires.close()
      await core.close()
    },
  }
}

/** The page's side of the world that was made last; a preload script is loaded once. */
let renderer: ReturnType<typeof createWires>['ipcRenderer'] | undefined
let preload: Promise<DesktopPort> | undefined

/** Electron is not ours, and the only thing that is replaced here. */
async function loadPreload(): Promise<DesktopPort> {
  const exposed = Promise.withResolvers<DesktopPort>()
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (_name: string, port: DesktopPort) => exposed.resolve(port) },
    ipcRenderer: {
      on: (channel: string, listener: Listener) => inPage.on(channel, listener),
      send: (...sent: Sent) => renderer?.send(...sent),
    },
  }))
  await import('../../../electron/desktop/preload.ts')
  return exposed.promise
}

const inPage = createChannels()

function createWires() {
  const { port1: page, port2: program } = new MessageChannel()
  const inProgram = createChannels()
  const held: Sent[] = []
  let isReading = true
  const sender = {
    id: 1,
    isDestroyed: () => false,
    send: (...sent: Sent) => program.postMessage(sent),
    on: () => undefined,
    once: () => undefined,
  }
  const event: IpcMessage = { sender, senderFrame: { url: ADDRESS, parent: null } }
  page.on('message', (sent: Sent) => (isReading ? inPage.tell({}, sent) : held.push(sent)))
  program.on('message', (sent: Sent) => inProgram.tell(event, sent))
  return {
    ipcMain: inProgram,
    ipcRenderer: { send: (...sent: Sent) => page.postMessage(sent) },
    setReading(reading: boolean) {
      isReading = reading
      for (const sent of isReading ? held.splice(0) : []) inPage.tell({}, sent)
    },
    close: () => page.close(),
  }
}

function createChannels() {
  const listeners = new Map<string, Listener>()
  return {
    on: (channel: string, listener: Listener) => void listeners.set(channel, listener),
    off: (channel: string) => void listeners.delete(channel),
    tell: (event: object, [channel, ...args]: Sent) => listeners.get(channel)?.(event as never, ...args),
  }
}
