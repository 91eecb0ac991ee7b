import { onOrder } from '../control.ts'
import { strict } from '../strict.ts'
import { face } from './faces.ts'

type Listener = (event: object, ...args: unknown[]) => void

const listeners = new Map<string, readonly Listener[]>()

export const ipcMain = strict('ipcMain', {
  on(channel: string, listener: Listener) {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcMain
  },
  off(channel: string, listener: Listener) {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((other) => other !== listener),
    )
    return ipcMain
  },
})

/** A message of the page itself: the preload script runs in no frame. */
export function receiveFromPage(sender: object, url: string, channel: string, args: readonly unknown[]): void {
  deliver(sender, { url, parent: null }, channel, args)
}

function deliver(sender: object, frame: object, channel: string, args: readonly unknown[]): void {
  const event = strict('IpcMainEvent', { sender, senderFrame: strict('WebFrameMain', frame) })
  for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
}

interface Forged {
  readonly contents: number
  readonly url: string
  readonly isFrame: boolean
  readonly channel: string
  readonly args: readonly unknown[]
}

/** What only a page that has broken out of its sandbox can do. */
onOrder('forge a message', ({ contents, url, isFrame, channel, args }: Forged) => {
  const sender = face(contents)
  deliver(sender, { url, parent: isFrame ? strict('WebFrameMain', { url: 'app://valetkey/' }) : null }, channel, args)
})
