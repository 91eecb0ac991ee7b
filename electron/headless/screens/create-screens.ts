/** The screens as a browser gets them: files over HTTP, and a socket beside them. */
import { existsSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'

import { createEventLog, type EventLog } from '#shared/frames/event-log.ts'
import { createFollowing } from '#shared/frames/following.ts'

import { isSocketPath, type ScreensContext, type ScreensHost } from '../../core/create-core.ts'
import { createStaticScreens } from './serve-screens.ts'
import { createWebSocketBridge } from './websocket-bridge.ts'

/** Beside the bundle when built, in the checkout's output when run from source. */
const CANDIDATES = ['../screens/', '../../../out/screens/']

export function createScreens(context: ScreensContext, events: EventLog = createEventLog()): ScreensHost {
  const following = createFollowing(() => context.follow(events))
  const files = createStaticScreens({ directory: findDirectory(), issuer: context.program.issuer })
  const socket = createWebSocketBridge({
    access: context.access,
    onProblem: context.onProblem,
    load: async () => (await import('./serve-calls.ts')).createCallServer({ context, events, following }),
  })
  return {
    handle(request, response) {
      if (isSocketPath(request.url)) askForUpgrade(response)
      else files(request, response)
    },
    upgrade: socket.upgrade,
    close() {
      socket.close()
      following.close()
    },
  }
}

function findDirectory(): string {
  const directories = CANDIDATES.map((path) => fileURLToPath(new URL(path, import.meta.url)))
  return directories.find((directory) => existsSync(directory)) ?? directories[0] ?? ''
}

function askForUpgrade(response: ServerResponse): void {
  response.writeHead(426, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    upgrade: 'websocket',
    connection: 'upgrade',
  })
  response.end('This is the screens’ socket. It speaks WebSocket only.\n')
}
