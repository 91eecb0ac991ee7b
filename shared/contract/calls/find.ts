import * as z from 'zod'

import { defineCall } from './call.ts'

/** What has a name and may be there by the thousand. */
export const FOUND_KINDS = ['clients', 'apis', 'users', 'scenarios', 'keys', 'grants'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

const found = z
  .object({
    kind: z.enum(FOUND_KINDS),
    id: z.string(),
    texts: z.array(z.string()).meta({ description: 'What it is found by, its name first.' }),
    hint: z.string().optional(),
  })
  .meta({ id: 'found', title: 'Found', description: 'Something that has a name.' })

export type Found = z.output<typeof found>

export const findCalls = {
  'find.by': defineCall({
    description: 'Find clients, APIs, users, scenarios, keys and grants by their names and ids, the best first',
    input: z.strictObject({
      search: z.string().max(200).optional().meta({ description: 'Words; each has to be found. Left out: all fit.' }),
      limit: z.int().min(0).max(100).optional().meta({ default: 7, description: 'How many of each kind.' }),
    }),
    output: z.object({
      items: z.array(found),
      counts: z.record(z.enum(FOUND_KINDS), z.int()).meta({ description: 'How many there are of each kind.' }),
    }),
    example: { search: 'alice' },
  }),
}
