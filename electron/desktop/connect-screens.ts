import { app, ipcMain, shell, type BrowserWindow } from 'electron'

import type { EventLog } from '#shared/frames/event-log.ts'
import { routeCalls } from '#shared/frames/route-calls.ts'
import { serveFrames } from '#shared/frames/serve-frames.ts'

import { createIpcBridge } from './ipc-bridge.ts'
import { isFromScreens } from './navigation.ts'
import type { PreferenceStore } from './preferences.ts'
import type { Program } from './program.ts'
import { createShellHandlers } from './shell-handlers.ts'
import { createUserAgent } from './user-agent/create-user-agent.ts'

export interface ScreensParts {
  readonly program: Program
  readonly preferences: PreferenceStore
  readonly dataDirectory: string
  /** As the screens listen to it. */
  readonly events: EventLog
  readonly findWindow: () => BrowserWindow | undefined
  readonly onCallback: (url: string) => void
  readonly onProblem: (message: string) => void
}

/** What the window can ask for and hear of: the core, the shell, and the user agent that lies over it. */
export function connectScreens(parts: ScreensParts): void {
  const { program, preferences, events, findWindow, onCallback, onProblem } = parts
  const userAgent = createUserAgent({
    findWindow,
    onChange: (state) => events.emit('userAgent.changed', state),
    onCallback,
  })
  const openPath = (path: string) => shell.openPath(path)
  const handlers = createShellHandlers({ ...parts, version: app.getVersion(), userAgent, openPath })
  const call = routeCalls({ shell: handlers, core: program.call })
  preferences.onChange(() => events.emit('shell.changed', {}))
  createIpcBridge({
    ipcMain,
    isTrusted: ({ sender, senderFrame }) => sender === findWindow()?.webContents && isFromScreens(senderFrame),
    serve(peer) {
      const release = program.follow()
      const server = serveFrames({ call, events, onProblem }, peer)
      return {
        ...server,
        close() {
          server.close()
          release()
        },
      }
    },
    // Those who had placed it are gone, or will place it anew.
    onIdle: userAgent.hide,
    onProblem,
  })
}
