import * as z from 'zod'

import { defineCall } from './call.ts'
import { change, epochSeconds, ifVersion, pageOf, pageRequest, revoked, versioned } from './common.ts'

const id = z.string().min(1).meta({ description: 'The grant’s id.' })

const name = z.string().min(1).max(2000)

const grantView = z
  .object({
    id,
    client_id: z.string(),
    user: z.string(),
    scope: z.string().meta({ description: 'Of OpenID Connect.' }),
    resources: z.record(z.string(), z.string()).meta({ description: 'The scopes granted, by API.' }),
    authorization_details: z.array(z.unknown()).optional(),
    createdAt: epochSeconds.optional(),
    expiresAt: epochSeconds.optional(),
    tokens: z
      .object({ access: z.int(), refresh: z.int(), codes: z.int() })
      .meta({ description: 'Stored tokens and codes that hang on it. JWT access tokens are not stored.' }),
  })
  .meta({ id: 'grantView', title: 'Grant', description: 'What a user has let a client do.' })

export type GrantView = z.output<typeof grantView>

export const grantCalls = {
  'grants.list': defineCall({
    description: 'List grants',
    input: z.strictObject({ client_id: z.string().optional(), user: z.string().optional(), ...pageRequest }),
    output: pageOf(grantView),
    example: { client_id: 'calendar-app', user: 'alice' },
  }),
  'grants.get': defineCall({ description: 'Get a grant', input: z.strictObject({ id }), output: versioned(grantView) }),
  'grants.remove': defineCall({
    description: 'End a grant with every token of it',
    input: z.strictObject({ id, ifVersion }),
    output: z.object({ revoked, change }),
  }),
  'grants.removeAll': defineCall({
    description: 'End all grants of a user, for a client, or both',
    input: z.strictObject({ client_id: name.optional(), user: name.optional() }),
    output: z.object({ revoked, change }),
    example: { user: 'alice' },
  }),
}
