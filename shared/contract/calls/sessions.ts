import * as z from 'zod'

import { defineCall } from './call.ts'
import { epochSeconds, ifVersion, pageOf, pageRequest, revoked, versioned } from './common.ts'

const id = z.string().min(1).meta({ description: 'The session’s id; not what its cookie says.' })

const sessionView = z
  .object({
    id,
    user: z.string(),
    startedAt: epochSeconds.optional(),
    expiresAt: epochSeconds.optional(),
    acr: z.string().optional(),
    clients: z.array(z.string()).meta({ description: 'Ids of the clients that were signed in to.' }),
  })
  .meta({ id: 'sessionView', title: 'Session', description: 'A browser in which a user has signed in.' })

export type SessionView = z.output<typeof sessionView>

export const sessionCalls = {
  'sessions.list': defineCall({
    description: 'List sessions',
    input: z.strictObject({ user: z.string().optional(), ...pageRequest }),
    output: pageOf(sessionView),
    example: { user: 'alice' },
  }),
  'sessions.get': defineCall({
    description: 'Get a session',
    input: z.strictObject({ id }),
    output: versioned(sessionView),
  }),
  'sessions.remove': defineCall({
    description: 'End a session, and its grants as far as they were not given for offline access',
    input: z.strictObject({ id, ifVersion }),
    output: z.object({ revoked }),
  }),
}
