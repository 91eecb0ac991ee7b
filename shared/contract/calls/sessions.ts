import * as z from 'zod'

import { defineCall } from './call.ts'
import { change, epochSeconds, ifVersion, pageOf, pageRequest, revoked, versioned } from './common.ts'

const id = z.string().min(1).meta({ description: 'The session’s id; not what its cookie says.' })

const sessionView = z
  .object({
    id,
    user: z.string(),
    startedAt: epochSeconds.optional(),
    lastUsedAt: epochSeconds.optional(),
    expiresAt: epochSeconds.optional(),
    acr: z.string().optional(),
    amr: z.array(z.string()).optional().meta({ description: 'How the user has signed in.' }),
    clients: z.array(z.string()).meta({ description: 'Ids of the clients that were signed in to.' }),
    authorizations: z
      .array(
        z.object({
          client_id: z.string(),
          grant: z.string().optional().meta({ description: 'The id of the grant.' }),
          stays: z.boolean().meta({ description: 'The grant was given for offline access, and outlives the session.' }),
        }),
      )
      .meta({ description: 'What was granted in it.' }),
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
    output: z.object({ revoked, change }),
  }),
  'sessions.removeAll': defineCall({
    description: 'Sign a user out of every browser',
    input: z.strictObject({ user: z.string().min(1).max(2000) }),
    output: z.object({ revoked, change }),
    example: { user: 'alice' },
  }),
}
