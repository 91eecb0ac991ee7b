/** The management API as the second port serves it. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import { getRequestListener } from '@hono/node-server'

import { createApi } from '../create-api.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { createEvents } from './events.ts'
import { createGuard } from './guard.ts'
import { BASE } from './routes.ts'
import { serveRest } from './serve-rest.ts'

export interface ManagementOptions extends ApiDependencies {
  readonly token: string
  /** The origins of the screens. The first is where the API is. */
  readonly screens: readonly string[]
  readonly onProblem: (message: string) => void
}

export interface Management {
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Ends the event streams, which would otherwise stay open for ever. */
  close(): void
}

export function createManagement(options: ManagementOptions): Management {
  const events = createEvents(options.recorder)
  const fetch = serveRest({
    api: createApi(options),
    guard: createGuard(options.token, options.screens),
    events,
    address: `${options.screens[0] ?? ''}${BASE}`,
    onProblem: options.onProblem,
  })
  const listener = getRequestListener(fetch)
  return { handle: (request, response) => void listener(request, response), close: events.close }
}
