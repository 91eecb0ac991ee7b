/** All that the screens are given: a connection that carries text. What the text means is checked on the other side. */
import { contextBridge, ipcRenderer } from 'electron'

import { type ConnectionName, TO_PROGRAM, TO_SCREENS, type ToProgram, type ToScreens } from './ipc-channels.ts'

interface Listener {
  readonly onFrame: (text: string) => void
  readonly onClosed: () => void
}

/** Of this load of the page; the next has another. */
const ownDocument = crypto.randomUUID()
const listeners = new Map<number, Listener>()
let opened = 0

function connect(onFrame: Listener['onFrame'], onClosed: Listener['onClosed']) {
  opened += 1
  const number = opened
  listeners.set(number, { onFrame, onClosed })
  tell(number, 'open')
  return {
    send(text: string): void {
      if (listeners.has(number)) tell(number, 'frame', text)
    },
    close(): void {
      if (listeners.delete(number)) tell(number, 'close')
    },
  }
}

function tell(number: number, kind: ToProgram, text?: string): void {
  ipcRenderer.send(TO_PROGRAM, { document: ownDocument, number } satisfies ConnectionName, kind, text)
}

ipcRenderer.on(TO_SCREENS, (_event, name: ConnectionName, kind: ToScreens, text = '') => {
  const listener = name.document === ownDocument ? listeners.get(name.number) : undefined
  if (listener === undefined) return
  if (kind === 'frame') {
    tell(name.number, 'read')
    listener.onFrame(text)
  } else {
    listeners.delete(name.number)
    listener.onClosed()
  }
})

contextBridge.exposeInMainWorld('valetKey', { connect })
