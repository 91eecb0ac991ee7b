/** Carries frames between the screens and whoever serves them. It knows no call by name. */
import * as z from 'zod'

import type { FramePeer, FrameServer } from '#shared/frames/serve-frames.ts'

import { type ConnectionName, TO_PROGRAM, TO_PROGRAM_KINDS, TO_SCREENS, type ToProgram } from './ipc-channels.ts'
import { createConnections, type Page } from './ipc-connections.ts'

/** The part of a `WebContents` that is used. */
export interface Sender extends Page {
  send(channel: string, ...args: unknown[]): void
  isDestroyed(): boolean
}

/** The part of an `IpcMainEvent` that is looked at. */
export interface IpcMessage {
  readonly sender: Sender
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

type Listener = (event: IpcMessage, ...args: unknown[]) => void

export interface IpcBridgeOptions {
  readonly ipcMain: {
    on(channel: string, listener: Listener): unknown
    off(channel: string, listener: Listener): unknown
  }
  /** Asked of every single message. */
  readonly isTrusted: (event: IpcMessage) => boolean
  readonly serve: (peer: FramePeer) => FrameServer
  readonly onProblem: (message: string) => void
  /** A page has no connection any more. */
  readonly onIdle: () => void
}

// How large a frame may be is checked where it is read, so that the answer can say so.
const message = z.tuple([
  z.strictObject({ document: z.string().max(100), number: z.int().min(1) }),
  z.enum(TO_PROGRAM_KINDS),
  z.string().optional(),
])

export function createIpcBridge(options: IpcBridgeOptions): { close(): void } {
  const { ipcMain, isTrusted, serve, onProblem, onIdle } = options
  const connections = createConnections(serve, onIdle)

  function receive(event: IpcMessage, ...args: unknown[]): void {
    if (!isTrusted(event)) return onProblem('A page that is not the screens tried to talk to the program.')
    const { success, data } = message.safeParse(args)
    if (!success) return onProblem('The screens sent something that is no message.')
    act(event.sender, ...data)
  }

  function act(page: Sender, name: ConnectionName, kind: ToProgram, text = ''): void {
    if (kind === 'open') return open(page, name)
    if (kind === 'close') return connections.close(page, name)
    const connection = connections.find(page, name)
    if (!connection) sendTo(page, name, 'closed')
    else if (kind === 'read') connection.read()
    else connection.receive(text)
  }

  function open(page: Sender, name: ConnectionName): void {
    const isOpen = connections.open(page, name, (kind, text) => sendTo(page, name, kind, text))
    if (!isOpen) sendTo(page, name, 'closed')
  }

  ipcMain.on(TO_PROGRAM, receive)
  return {
    close() {
      ipcMain.off(TO_PROGRAM, receive)
      connections.closeAll()
    },
  }
}

function sendTo(page: Sender, ...args: unknown[]): void {
  if (!page.isDestroyed()) page.send(TO_SCREENS, ...args)
}
