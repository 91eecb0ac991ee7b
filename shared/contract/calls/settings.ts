import * as z from 'zod'

import { lifetimesSchema } from '../lifetimes.ts'
import { metadataDocumentsSchema } from '../metadata-documents.ts'
import { retentionSchema } from '../retention.ts'
import { defineCall } from './call.ts'
import { ifVersion, mergePatch, versioned } from './common.ts'

/** What a merge patch has to come out as: all members there. */
export const settingsSchema = z
  .strictObject({
    lifetimes: lifetimesSchema.required(),
    metadataDocuments: metadataDocumentsSchema,
    retention: retentionSchema.required(),
  })
  .meta({ id: 'settings', title: 'Settings' })

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
}
