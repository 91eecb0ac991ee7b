import * as z from 'zod'

import { defineCall } from './call.ts'
import { revoked } from './common.ts'

export const resetCalls = {
  reset: defineCall({
    description:
      'Go back to the first start: its scenarios and config, without sessions and tokens; signing keys and your own scenarios stay',
    input: z.strictObject({
      options: z
        .strictObject({
          keep: z
            .array(z.enum(['clients', 'apis', 'users', 'settings', 'exchanges']))
            .optional()
            .meta({ description: 'Of these, whatever is there stays.' }),
        })
        .optional(),
    }),
    output: z.object({ revoked }),
    example: { options: { keep: ['exchanges'] } },
  }),
}
