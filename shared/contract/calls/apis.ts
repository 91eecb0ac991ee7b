import * as z from 'zod'

import { SIGNING_ALGS } from '#shared/model/key.ts'

import { apiSchema } from '../api.ts'
import { defineCall } from './call.ts'
import { ifVersion, listOf, mergePatch, revoked, versioned } from './common.ts'

const identifier = z
  .string()
  .min(1)
  .meta({ description: 'The API’s identifier.', examples: ['https://organizer.test/api'] })

const apiView = z
  .object({
    identifier,
    name: z.string(),
    tokenFormat: z.enum(['jwt', 'opaque']),
    signingAlg: z.enum(SIGNING_ALGS),
    tokenLifetime: z.number(),
    scopes: z.array(z.object({ name: z.string(), description: z.string().optional() })).readonly(),
    authorizationDetailsTypes: z.array(z.string()).readonly(),
  })
  .meta({ id: 'apiView', title: 'API', description: 'An API with its defaults filled in.' })

const savedApi = apiSchema.extend({ identifier: apiSchema.shape.identifier.optional() }).meta({
  id: 'savedApi',
  title: 'API to save',
  description: 'Its identifier may be left out where the address names it.',
})

const example = { name: 'Notes', scopes: [{ name: 'read:notes', description: 'Read your notes' }] }
const there = { identifier: 'https://notes.test/api' }

export const apiCalls = {
  'apis.list': defineCall({ description: 'List APIs', input: z.strictObject({}), output: listOf(apiView) }),
  'apis.get': defineCall({
    description: 'Get an API',
    input: z.strictObject({ identifier }),
    output: versioned(apiView),
    example: { identifier: 'https://organizer.test/api' },
  }),
  'apis.create': defineCall({
    description: 'Add an API',
    input: z.strictObject({ api: apiSchema }),
    output: versioned(apiView),
    example: { api: { ...there, ...example } },
  }),
  'apis.replace': defineCall({
    description: 'Replace an API, or add it under this identifier',
    input: z.strictObject({ identifier, api: savedApi, ifVersion }),
    output: versioned(apiView).extend({ created: z.boolean() }),
    example: { ...there, api: example },
  }),
  'apis.change': defineCall({
    description: 'Change members of an API',
    input: z.strictObject({ identifier, changes: mergePatch, ifVersion }),
    output: versioned(apiView),
    example: { identifier: 'https://organizer.test/api', changes: { tokenFormat: 'opaque', tokenLifetime: 600 } },
  }),
  'apis.remove': defineCall({
    description: 'Delete an API, end the grants that name it, and take its scopes from the clients',
    input: z.strictObject({ identifier, ifVersion }),
    output: z.object({
      revoked,
      clients: z.array(z.string()).meta({ description: 'Ids of the clients that no longer name its scopes.' }),
    }),
    example: there,
  }),
}
