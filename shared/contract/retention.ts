import * as z from 'zod'

import { RETENTION_DEFAULTS } from '#shared/model/exchange.ts'

import { seconds } from './text.ts'

export const retentionSchema = z
  .strictObject({
    maxCount: z.int().min(0).max(10_000_000).exactOptional().meta({
      default: RETENTION_DEFAULTS.maxCount,
      description: 'How many exchanges are kept.',
    }),
    maxAge: seconds.exactOptional().meta({
      default: RETENTION_DEFAULTS.maxAge,
      description: 'How long an exchange is kept, in seconds.',
    }),
  })
  .meta({ id: 'retention', title: 'Retention', description: 'Of recorded traffic.' })
