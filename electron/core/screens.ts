/** What a shell that shows screens on the second port is given, and what it gives back. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Access } from './api/access.ts'
import type { Core } from './core.ts'
import type { UpgradeHandler } from './listener/upgrade.ts'

export interface ScreensContext extends Pick<Core, 'call' | 'follow' | 'program' | 'restAccess'> {
  readonly access: Access
  readonly onProblem: (message: string) => void
}

export interface ScreensHost {
  handle(request: IncomingMessage, response: ServerResponse): void
  /** `Host` has been checked, and that it is a WebSocket that is asked for. */
  upgrade: UpgradeHandler
  close(): void
}

/** Called with the first request for the screens. */
export type ScreensFactory = (context: ScreensContext) => ScreensHost | Promise<ScreensHost>
