import * as z from 'zod'

import { SIGNING_ALGS } from '#shared/model/key.ts'

import { apiSchema } from '../api.ts'
import { defineCall } from './call.ts'
import { ifVersion, listOf, mergePatch, revoked, versioned } from './common.ts'
import { attempted } from './tokens.ts'

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

const name = z.string().min(1).max(2000)

const trial = z
  .strictObject({
    client_id: name.meta({ description: 'The application that asks for the token.' }),
    user: name.optional().meta({ description: 'Left out: the application asks in its own name (client credentials).' }),
    scope: z.array(z.string().min(1).max(300)).max(100),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z
      .string()
      .max(32_768)
      .refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''), {
        error: 'expected an http or https address',
      }),
    body: z.string().max(262_144).optional().meta({ description: 'JSON.' }),
    outside: z
      .boolean()
      .optional()
      .meta({ description: 'Send the token to an address that is not on this machine, too.' }),
  })
  .meta({ id: 'trial', title: 'Trial', description: 'Who asks for a token, and what is called with it.' })

const tried = z
  .object({
    token: z
      .object({
        scope: z.string().optional().meta({ description: 'What was granted.' }),
        expires_in: z.number().optional(),
        issued: z.string().optional().meta({ description: 'The token’s id; not what opens doors.' }),
      })
      .optional()
      .meta({ description: 'Left out: none was given.' }),
    refused: z
      .object({
        error: z.string().optional(),
        description: z.string().optional().meta({ description: 'What the issuer tells the application.' }),
        reason: z.string().optional().meta({ description: 'What the issuer keeps to itself.' }),
      })
      .optional()
      .meta({ description: 'Why there is no token.' }),
    exchanges: z.array(z.int()).readonly().meta({ description: 'The recorded exchanges that led to the token.' }),
    call: attempted.optional().meta({ description: 'The call of the API. The token in it is left out.' }),
    unreachable: z.string().optional().meta({ description: 'Why the API could not be called.' }),
  })
  .meta({ id: 'tried', title: 'Tried', description: 'What came of a trial.' })

export type Tried = z.output<typeof tried>

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
  'apis.try': defineCall({
    description: 'Get a token for an API as an application does, and call the API with it',
    input: z.strictObject({ identifier, trial }),
    output: tried,
    example: {
      identifier: 'https://world-mappers.test/api',
      trial: {
        client_id: 'taxi-finder',
        scope: ['geocode'],
        method: 'GET',
        url: 'http://localhost:4400/apis/world-mappers/geocode?q=Berlin',
      },
    },
  }),
}
