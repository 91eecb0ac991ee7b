import * as z from 'zod'

import { CLOCK_LIMIT } from '#shared/model/settings.ts'

import { featuresSchema } from '../features.ts'
import { lifetimesSchema } from '../lifetimes.ts'
import { metadataDocumentsSchema } from '../metadata-documents.ts'
import { policiesSchema } from '../policies.ts'
import { retentionSchema } from '../retention.ts'
import { defineCall } from './call.ts'
import { ifVersion, mergePatch, versioned } from './common.ts'

const clockSchema = z
  .strictObject({
    offset: z
      .int()
      .min(-CLOCK_LIMIT)
      .max(CLOCK_LIMIT)
      .meta({ description: 'Seconds ahead of true time; below zero: behind it.' }),
  })
  .meta({ id: 'clock', title: 'Clock', description: 'Of the issuer and the demo APIs.' })

/** What a merge patch has to come out as: all members there. */
export const settingsSchema = z
  .strictObject({
    lifetimes: lifetimesSchema.required(),
    policies: policiesSchema.required(),
    features: featuresSchema.required(),
    clock: clockSchema,
    metadataDocuments: metadataDocumentsSchema,
    retention: retentionSchema.required(),
  })
  .meta({ id: 'settings', title: 'Settings' })

const document = z.record(z.string(), z.unknown())

const settingsPreview = z
  .object({
    before: document.meta({ description: 'The discovery document as it is.' }),
    after: document.meta({ description: 'As it would be.' }),
    clients: z
      .array(z.object({ client_id: z.string(), members: z.array(z.string()) }))
      .meta({ description: 'Clients that have something registered which they could not use any more.' }),
  })
  .meta({ id: 'settingsPreview', title: 'What a change of settings would do' })

export type SettingsPreview = z.output<typeof settingsPreview>

export const settingsCalls = {
  'settings.get': defineCall({
    description: 'Get the settings',
    input: z.strictObject({}),
    output: versioned(settingsSchema),
  }),
  'settings.change': defineCall({
    description: 'Change settings',
    input: z.strictObject({ changes: mergePatch, ifVersion }),
    output: versioned(settingsSchema),
    example: { changes: { lifetimes: { accessToken: 60 } } },
  }),
  'settings.preview': defineCall({
    description: 'Say what a change of the settings would do to the discovery document, without making it',
    input: z.strictObject({ changes: mergePatch }),
    output: settingsPreview,
    example: { changes: { features: { dPoP: false } } },
  }),
}
