import * as z from 'zod'

import type { Api } from '#shared/model/api.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { Lifetimes } from '#shared/model/settings.ts'
import type { User } from '#shared/model/user.ts'

import { apiSchema } from './api.ts'
import { clientSchema } from './client.ts'
import { lifetimesSchema } from './lifetimes.ts'
import { address, nonEmptyText, webAddress } from './text.ts'
import { userSchema } from './user.ts'

const metadataDocumentId = address(
  /^https:\/\/[^\s/#]+\/[^\s#]*$/,
  'the https address, with a path, that the client uses as its client_id',
)

export const configFileSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'For editors; the program does not read it.' }),
    scenarios: z
      .array(nonEmptyText)
      .optional()
      .meta({
        description: 'The scenarios to load. Left out: all of them, the first time. Empty: none.',
        examples: [['organizer', 'world-mappers']],
      }),
    users: z.array(userSchema).optional(),
    apis: z.array(apiSchema).optional(),
    clients: z.array(clientSchema).optional(),
    lifetimes: lifetimesSchema.optional(),
    metadataDocuments: z
      .record(metadataDocumentId, webAddress)
      .optional()
      .meta({
        description: "Answers a client ID metadata document's https address from a local one.",
        examples: [{ 'https://client.example/metadata.json': 'http://127.0.0.1:8080/metadata.json' }],
      }),
  })
  .meta({ title: 'Valet Key configuration', description: 'Seeds the issuer: valetkey serve --config FILE.' })

export type ConfigFile = z.input<typeof configFileSchema>

/** A config file with its defaults filled in: what the store is given. */
export interface Config {
  /** Undefined: the file does not say. */
  readonly scenarios?: readonly string[] | undefined
  readonly users: readonly User[]
  readonly apis: readonly Api[]
  readonly clients: readonly ClientMetadata[]
  readonly lifetimes: Partial<Lifetimes>
  readonly metadataDocuments: Readonly<Record<string, string>>
}
