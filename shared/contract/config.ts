import * as z from 'zod'

import type { Api } from '#shared/model/api.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { Retention } from '#shared/model/exchange.ts'
import type { Features } from '#shared/model/features.ts'
import type { Policies } from '#shared/model/policies.ts'
import type { Lifetimes } from '#shared/model/settings.ts'
import type { User } from '#shared/model/user.ts'

import { apiSchema } from './api.ts'
import { clientSchema } from './client.ts'
import { featuresSchema } from './features.ts'
import { lifetimesSchema } from './lifetimes.ts'
import { metadataDocumentsSchema } from './metadata-documents.ts'
import { policiesSchema } from './policies.ts'
import { retentionSchema } from './retention.ts'
import { nonEmptyText } from './text.ts'
import { userSchema } from './user.ts'

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
    policies: policiesSchema.optional(),
    features: featuresSchema.optional(),
    metadataDocuments: metadataDocumentsSchema.optional(),
    retention: retentionSchema.optional(),
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
  readonly policies: Partial<Policies>
  readonly features: Partial<Features>
  readonly metadataDocuments: Readonly<Record<string, string>>
  readonly retention: Partial<Retention>
}
