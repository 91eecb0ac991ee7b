/** The management API as the second port serves it. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import { getRequestListener } from '@hono/node-server'

import type { Recorder } from '../../recorder/recorder.ts'
import type { Access } from '../access.ts'
import type { CoreApi } from '../create-api.ts'
import { createEvents } from './events.ts'
import { createGuard } from './guard.ts'
import { BASE } from '#shared/rest/routes.ts'
import { serveRest } from './serve-rest.ts'

export interface ManagementOptions {
  readonly api: CoreApi
  readonly recorder: Recorder
  readonly access: Access
  /** The origin that the API is described at. */
  readonly origin: string
  readonly onProblem: (message: string) => void
}

export interface Management {
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Ends the event streams, which would otherwise stay open for ever. */
  close(): void
}

export function createManagement({ api, recorder, access, origin, onProblem }: ManagementOptions): Management {
  const events = createEvents(recorder)
  const fetch = serveRest({ api, guard: createGuard(access), events, address: `${origin}${BASE}`, onProblem })
  const listener = getRequestListener(fetch)
  return { handle: (request, response) => void listener(request, response), close: events.close }
}
