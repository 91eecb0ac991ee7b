import * as z from 'zod'

import { clientSchema } from '../client.ts'
import { defineCall } from './call.ts'
import { epochSeconds, ifVersion, listOf, mergePatch, revoked, secrets, versioned } from './common.ts'

const client_id = z
  .string()
  .min(1)
  .meta({ description: 'The client’s id.', examples: ['calendar-app'] })

const origin = z
  .string()
  .max(100)
  .meta({ description: 'config, management, dynamic, permissive, or scenario: with the scenario’s id.' })

const meta = z.unknown().optional().meta({ description: 'As read; ignored.' })

const clientView = z
  .looseObject({
    client_id,
    client_secret: z.string().optional().meta({ description: 'Shown when asked for, and once when it has been made.' }),
    meta: z.object({ origin, createdAt: epochSeconds, updatedAt: epochSeconds }),
  })
  .meta({ id: 'clientView', title: 'Client', description: 'Metadata of RFC 7591, and where the client came from.' })

export type ClientView = z.output<typeof clientView>

const newClient = clientSchema.extend({ client_id: clientSchema.shape.client_id.optional(), meta }).meta({
  id: 'newClient',
  title: 'Client to save',
  description: 'Metadata of RFC 7591. Left out, client_id and a secret that the client needs are made.',
})

const example = { client_name: 'My app', redirect_uris: ['http://localhost:5173/callback'], scope: 'openid profile' }

export const clientCalls = {
  'clients.list': defineCall({
    description: 'List clients',
    input: z.strictObject({ origin: origin.optional(), secrets }),
    output: listOf(clientView),
  }),
  'clients.get': defineCall({
    description: 'Get a client',
    input: z.strictObject({ client_id, secrets }),
    output: versioned(clientView),
    example: { client_id: 'calendar-app' },
  }),
  'clients.create': defineCall({
    description: 'Register a client',
    input: z.strictObject({ client: newClient }),
    output: versioned(clientView),
    example: { client: { ...example, token_endpoint_auth_method: 'client_secret_basic' } },
  }),
  'clients.replace': defineCall({
    description: 'Replace a client, or register it under this id',
    input: z.strictObject({ client_id, client: newClient, ifVersion }),
    output: versioned(clientView).extend({ created: z.boolean() }),
    example: { client_id: 'my-app', client: example },
  }),
  'clients.change': defineCall({
    description: 'Change members of a client',
    input: z.strictObject({ client_id, changes: mergePatch, ifVersion }),
    output: versioned(clientView),
    example: { client_id: 'calendar-app', changes: { client_name: 'Calendar', logo_uri: null } },
  }),
  'clients.remove': defineCall({
    description: 'Delete a client and end what hangs on it',
    input: z.strictObject({ client_id, ifVersion }),
    output: z.object({ revoked }),
    example: { client_id: 'my-app' },
  }),
  'clients.rotateSecret': defineCall({
    description: 'Give a client a new secret',
    input: z.strictObject({ client_id, ifVersion }),
    output: versioned(clientView),
    example: { client_id: 'calendar-app' },
  }),
  'clients.keep': defineCall({
    description: 'Keep a client that was registered on sight (--permissive) as it is now',
    input: z.strictObject({ client_id, ifVersion }),
    output: versioned(clientView),
    example: { client_id: 'my-app' },
  }),
}
