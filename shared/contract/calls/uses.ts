import * as z from 'zod'

import { defineCall } from './call.ts'
import { listOf } from './common.ts'

const milliseconds = z.number().meta({ description: 'Milliseconds since the epoch.' })

const use = z
  .object({
    client_id: z.string(),
    at: milliseconds.meta({ description: 'When it was heard of last, in milliseconds since the epoch.' }),
    tokenAt: milliseconds.optional().meta({ description: 'When it was given tokens last.' }),
  })
  .meta({ id: 'clientUse', title: 'Last use', description: 'Known also after the traffic has been deleted.' })

export type ClientUse = z.output<typeof use>

export const useCalls = {
  'uses.list': defineCall({
    description: 'List when each client was last heard of, as far as traffic is recorded',
    input: z.strictObject({}),
    output: listOf(use),
  }),
}
