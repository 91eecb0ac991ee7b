import * as z from 'zod'

import { issuerAddress, outsideApiSchema, outsideIssuerSchema } from '../outside-issuer.ts'
import { webAddress } from '../text.ts'
import { defineCall } from './call.ts'
import { ifVersion, listOf, versioned } from './common.ts'

const id = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: 'The outside issuer’s id.', examples: ['issuer.example'] })

const secretState = z.enum(['none', 'there', 'missing'])

const metadata = z
  .looseObject({ issuer: z.string() })
  .meta({ id: 'issuerMetadata', title: 'Metadata', description: 'What an issuer says of itself (RFC 8414).' })

const clientView = z
  .looseObject({
    client_id: z.string(),
    client_name: z.string().optional(),
    token_endpoint_auth_method: z.string().optional(),
    scope: z.string().optional(),
    meta: z.object({ secret: secretState, key: secretState }),
  })
  .meta({
    id: 'outsideClientView',
    title: 'Client elsewhere, as kept',
    description: 'Without its secrets, which are never shown again; meta says whether they are there.',
  })

const issuerView = z
  .object({
    id,
    name: z.string(),
    issuer: z.string(),
    discovery: z.string(),
    metadata,
    fetchedAt: z.number().meta({ description: 'Milliseconds since the epoch.' }),
    clients: z.array(clientView),
    api: outsideApiSchema.optional(),
  })
  .meta({ id: 'outsideIssuerView', title: 'Outside issuer, as kept' })

export type OutsideIssuerView = z.output<typeof issuerView>
export type OutsideClientView = z.output<typeof clientView>

const keeping = z.enum(['encrypted', 'until_end']).meta({
  description: 'encrypted: secrets are sealed by the system’s keychain. until_end: they go with the program.',
})

const discovered = z
  .object({ issuer: z.string(), discovery: z.string(), metadata })
  .meta({ id: 'discovered', title: 'Discovered' })

const examination = z
  .object({
    address: z.string(),
    discovery: z.string().meta({ description: 'Where its metadata was asked for.' }),
    issuer: z.string().nullable().meta({ description: 'What it calls itself; null where no document was found.' }),
    origin: z.string(),
    isReadByPages: z.boolean().meta({ description: 'Whether a page of this origin may read it (CORS).' }),
    findings: z.array(
      z.object({
        id: z.string(),
        severity: z.enum(['good', 'warn', 'bad']),
        summary: z.string(),
        explanation: z.string(),
        remedy: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'examination', title: 'What came of it' })

export type Examination = z.output<typeof examination>

const example = {
  address: 'https://issuer.example',
  clients: [{ client_id: 'my-client', client_secret: 'the-secret', scope: 'openid profile' }],
}

export const issuerCalls = {
  'issuers.list': defineCall({
    description: 'List the outside issuers',
    input: z.strictObject({}),
    output: listOf(issuerView).extend({ keeping }),
  }),
  'issuers.get': defineCall({
    description: 'Get an outside issuer',
    input: z.strictObject({ id }),
    output: versioned(issuerView),
  }),
  'issuers.discover': defineCall({
    description: 'Ask an issuer what it says of itself',
    input: z.strictObject({ where: z.strictObject({ address: issuerAddress }).meta({ id: 'where', title: 'Where' }) }),
    output: discovered,
    example: { where: { address: 'https://issuer.example' } },
  }),
  'issuers.examine': defineCall({
    description: 'Say whether an address is good for an application to name its issuer by, and what to do where not',
    input: z.strictObject({
      at: z
        .strictObject({
          address: webAddress.max(2000),
          origin: webAddress
            .max(2000)
            .optional()
            .meta({ description: 'Of a page that is to read it. Left out: the screens’.' }),
        })
        .meta({ id: 'examinedAddress', title: 'What to examine' }),
    }),
    output: examination,
    example: { at: { address: 'http://localhost:4400' } },
  }),
  'issuers.create': defineCall({
    description: 'Add an outside issuer, with what it says of itself now',
    input: z.strictObject({ issuer: outsideIssuerSchema }),
    output: versioned(issuerView),
    example: { issuer: example },
  }),
  'issuers.replace': defineCall({
    description: 'Replace an outside issuer and its clients, or add it under this id',
    input: z.strictObject({ id, issuer: outsideIssuerSchema, ifVersion }),
    output: versioned(issuerView).extend({ created: z.boolean() }),
    example: { id: 'issuer.example', issuer: example },
  }),
  'issuers.refresh': defineCall({
    description: 'Ask an outside issuer anew what it says of itself',
    input: z.strictObject({ id }),
    output: versioned(issuerView),
  }),
  'issuers.remove': defineCall({
    description: 'Forget an outside issuer, its clients and their secrets',
    input: z.strictObject({ id, ifVersion }),
    output: z.object({}),
    example: { id: 'issuer.example' },
  }),
}
