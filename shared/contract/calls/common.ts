import * as z from 'zod'

/** Two hands must not overwrite each other: a change may say which versions of the entity it was made from. */
export const ifVersion = z
  .array(z.string().max(200))
  .max(20)
  .optional()
  .meta({ description: 'Refused unless the entity is at one of these versions; "*": unless it is there.' })

export const secrets = z
  .boolean()
  .optional()
  .meta({ description: 'Show client secrets, passwords and tokens too. Left out: they are not shown.' })

export function versioned<Value extends z.ZodType>(value: Value) {
  return z.object({ version: z.string(), value })
}

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) })
}

/** `next` is handed in as `after` for the following page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() })
}

export const pageRequest = {
  after: z.string().max(500).optional().meta({ description: 'The value of next in the page before.' }),
  limit: z.int().min(1).max(500).optional().meta({ default: 100, description: 'How many at most.' }),
}

/** RFC 7396: members replace those of the same name, null removes one. */
export const mergePatch = z.record(z.string(), z.unknown()).meta({
  id: 'mergePatch',
  title: 'Merge patch',
  description: 'Members to replace; null removes one (RFC 7396).',
})

export const revoked = z
  .object({
    grants: z.int().meta({ description: 'What users had granted.' }),
    sessions: z.int().meta({ description: 'Sign-ins.' }),
    tokens: z
      .int()
      .meta({ description: 'Stored tokens and codes. JWT access tokens end with their grant, uncounted.' }),
  })
  .meta({ id: 'revoked', title: 'Revoked', description: 'What ended with the entity.' })

export type Revoked = z.output<typeof revoked>

/** Of a deed that changes no single entity, so that nobody can ask for its last change. */
export const change = z
  .string()
  .optional()
  .meta({ description: 'The change in the history, to put it back; left out where nothing changed.' })

export const epochSeconds = z.int().meta({ description: 'Seconds since the epoch.' })
